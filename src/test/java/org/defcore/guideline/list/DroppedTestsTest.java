package org.defcore.guideline.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.OwnFiles;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.diff.GuidelineDiff;
import org.junit.jupiter.api.Test;

/** The pages beside the guidelines that were made of lists. */
class DroppedTestsTest {

  private static final Pattern LINE = Pattern.compile("(?m)^- `([\\w.]+)` ([0-9a-f-]{36})$");

  @Test
  void pageHasEachTestThatScsDroppedUnderItsReason() throws IOException {
    Set<TestId> dropped = ids("2022.11");
    dropped.removeAll(ids("scs-0128"));

    assertThat(LINE.matcher(page("scs-0128")).results().map(it -> TestId.of(it.group(2))))
        .hasSize(79)
        .containsExactlyInAnyOrderElementsOf(dropped);
    assertThat(page("scs-0128"))
        .contains(
            "### The password of a server's administrator: 1 test\n",
            "### Lockout of a user: 1 test\n",
            "### Administrator's rights: 16 tests\n",
            "### Object storage: 61 tests\n");
  }

  @Test
  void differenceIsWhatScsChanged() {
    GuidelineDiff diff = GuidelineDiff.of(guideline("2022.11"), guideline("scs-0128"), Map.of());

    assertThat(diff.tests().added()).hasSize(9);
    assertThat(diff.tests().removed()).hasSize(79);
    assertThat(diff.targets().added()).containsExactly("scs-0128");
    assertThat(diff.facts())
        .extracting(it -> it.what() + ": " + it.from() + " -> " + it.to())
        .contains("made from: reconstructed from platform.2022.11.txt -> scs-0128.2026-08.txt");
  }

  @Test
  void pageHasTheCapabilitiesOfNewTests() throws IOException {
    String page = page("2022.11");

    assertThat(guideline("2022.11").annex().madeFrom().orElseThrow().placedHere())
        .hasSize(12)
        .allSatisfy(
            (capability, tests) ->
                assertThat(page).contains("| `%s` | %d |\n".formatted(capability, tests)));
  }

  private static String page(String id) throws IOException {
    return Files.readString(Path.of("guidelines", id + ".md"));
  }

  private static Guideline guideline(String id) {
    return OwnFiles.GUIDELINES.find(id);
  }

  private static Set<TestId> ids(String id) {
    Target target = guideline(id).targets().get(0);
    return TestSelection.counted().tests(guideline(id), target).stream()
        .flatMap(it -> it.id().stream())
        .collect(Collectors.toSet());
  }
}
