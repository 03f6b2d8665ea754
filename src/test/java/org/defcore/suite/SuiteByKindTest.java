package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.defcore.result.Fact;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.pace.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that each kind of compute passes the tests that it supports, and that the others leave
 * nothing behind.
 */
class SuiteByKindTest {

  private static final Map<Kind, String> NATURES =
      Map.of(
          Kind.VIRTUAL_MACHINE, "kvm",
          Kind.SYSTEM_CONTAINER, "lxc-libvirt",
          Kind.ZONE, "it does not say",
          Kind.BARE_METAL, "none");

  @TempDir Path dir;

  @Test
  void theTestsThatAKindDoesNotPassAreThoseOfThePage() throws IOException {
    KindTable table = new KindTable();

    for (Kind kind : Kind.values()) {
      Ended ended = run(kind);
      assertThat(ended.leaks()).as(kind.word()).isEmpty();
      assertThat(ended.record().remarks()).as(kind.word()).isEmpty();
      assertThat(ended.remains()).as(kind.word()).isEmpty();
      assertThat(whatAGuestSawOfItself(ended)).as(kind.word()).isEqualTo(NATURES.get(kind));
      table.add(kind, results(ended));
    }

    table.assertSame(Path.of("capabilities/KINDS.md"));
  }

  private static String whatAGuestSawOfItself(Ended ended) {
    return ended.record().observation().stream()
        .filter(it -> it.name().startsWith("guest.virtualization"))
        .map(Fact::value)
        .collect(Collectors.joining());
  }

  private static List<TestResult> results(Ended ended) {
    return ended.record().results().stream()
        .filter(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
        .toList();
  }

  private Ended run(Kind kind) throws IOException {
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual()
            .withPassword("pa55-w0rd-of-demo")
            .withKind(kind)
            .withPace(Pace.INSTANT)
            .withGuests();
    try (SimulatedCloud cloud = SimulatedCloud.start(options)) {
      return new SimulatedRun(dir).run(Selection.ALL, cloud, () -> {});
    }
  }
}
