package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.defect.Defect;
import org.junit.jupiter.api.Test;

/** The list of what each test of the suite has to catch, seen from the side of the cloud. */
final class DefectsByTestTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void everyLineIsATestAndOneOfItsDefects() throws Exception {
    List<String> lines = lines();

    assertThat(lines).allMatch(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} \\S+"));
    assertThat(lines).isSorted().doesNotHaveDuplicates();
    assertThat(lines.stream().map(it -> it.substring(0, 36)).distinct()).hasSize(45);
  }

  @Test
  void everyDefectOfTheListChangesAnAnswer() throws Exception {
    Map<String, String> conforming = new HashMap<>();
    List<String> without = new ArrayList<>();

    for (String defect : defects().stream().filter(it -> !isInGuests(it)).toList()) {
      String service = toured(defect);
      if (!conforming.containsKey(service)) {
        conforming.put(service, tour(service, List.of()));
      }
      if (conforming.get(service).equals(tour(service, List.of(defect)))) {
        without.add(defect);
      }
    }

    assertThat(without).as("defects without effect").isEmpty();
  }

  @Test
  void everySpecialDefectIsForSomeTest() throws Exception {
    List<String> special =
        SimulatedCloud.defects().stream()
            .map(Defect::name)
            .filter(it -> !it.startsWith("<operation>"))
            .toList();

    assertThat(defects()).containsAll(special.stream().filter(it -> !isForCleaning(it)).toList());
  }

  @Test
  void twoToursOfOneCloudAreAlike() throws Exception {
    assertThat(tour("image", List.of())).isEqualTo(tour("image", List.of()));
  }

  // What stays behind is found by the ledger of a run, not by a test.
  private static boolean isForCleaning(String defect) {
    return defect.equals("compute.keypairs.delete.keeps");
  }

  // No answer of a service tells of them.
  private static boolean isInGuests(String defect) {
    return defect.startsWith("guest.");
  }

  // Key pairs are toured alone: making them takes longer than all the rest.
  private static String toured(String defect) {
    return defect.startsWith("compute.keypairs.")
        ? "compute.keypairs"
        : defect.substring(0, defect.indexOf('.'));
  }

  private static Set<String> defects() throws IOException {
    Set<String> defects = new TreeSet<>();
    lines().forEach(it -> defects.add(it.substring(37)));
    return defects;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        DefectsByTestTest.class.getResourceAsStream("/simcloud/defects-by-test.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String tour(String service, List<String> defects) throws Exception {
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual().withPassword("secret").withClock(CLOCK).withDefects(defects);
    try (SimulatedCloud cloud = SimulatedCloud.start(options)) {
      Tour tour = new Tour(new Client(cloud));
      return tour.of(service);
    } catch (NoSuchElementException | JacksonException e) {
      // The tour itself stumbled over the defect: an effect that can hardly be overlooked.
      return "no tour: " + e.getMessage();
    }
  }
}
