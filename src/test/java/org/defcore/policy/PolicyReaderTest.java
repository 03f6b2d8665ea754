package org.defcore.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;
import org.defcore.guideline.TestId;
import org.defcore.policy.Waiver.Scope;
import org.defcore.result.remark.RemarkKind;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {

  private static final String ID = "6f8e4436-fc96-4282-8122-e41df57197a9";

  @TempDir private Path folder;

  private Policy read(String text) {
    try {
      return new PolicyReader().read(Files.writeString(folder.resolve("policy.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRefused(String text, String... problems) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            UnusableFile.class, it -> assertThat(it.problems()).containsExactly(problems));
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    assertThat(read("{}")).isEqualTo(Policy.USUAL);
    assertThat(Policy.USUAL.mark()).isEqualTo(Mark.FULL);
    assertThat(Policy.USUAL.kinds()).containsExactly(Kind.VIRTUAL_MACHINE);
    assertThat(Policy.USUAL.flakyAllowance()).isZero();
    assertThat(Policy.USUAL.window()).isEqualTo(2);
  }

  @Test
  void ownPolicyStatesWhatIsUsual() throws IOException {
    Path own = Path.of("guidelines/policy.yaml");

    assertThat(new PolicyReader().read(own)).isEqualTo(Policy.USUAL);
    assertThat(Files.readString(own))
        .contains("mark: full", "kinds: [virtual-machine]", "flaky_allowance: 0", "window: 2");
  }

  @Test
  void remarksAreNotedOrCountByTheirKind() {
    assertThat(read("remarks: note").remarks()).isEmpty();
    assertThat(read("remarks: []").remarks()).isEmpty();
    Policy counting = read("remarks: [page, identity]");
    assertThat(counting.remarks()).containsExactly(RemarkKind.IDENTITY, RemarkKind.PAGE);
    assertThat(counting.contentHash()).isNotEqualTo(Policy.USUAL.contentHash());
    String kinds = "form, status, identity, owner, sameness, time, fault, header, page";
    assertRefused(
        "remarks: all",
        "policy.yaml:1: remarks: expected note or a list of " + kinds + " but found \"all\"");
    assertRefused(
        "remarks: [links]",
        "policy.yaml:1: remarks: expected one of " + kinds + " but found \"links\"");
  }

  @Test
  void sampleOfAnotherPolicyCanBeRead() {
    Policy sample = new PolicyReader().read(Path.of("samples/policy.yaml"));

    assertThat(sample.mark()).isEqualTo(Mark.API_CONTRACT);
    assertThat(sample.waivers()).extracting(it -> it.scope().extent()).hasSize(2);
  }

  @Test
  void sampleOfScsLetsSkipsBe() {
    Policy sample = new PolicyReader().read(Path.of("samples/policy-scs.yaml"));

    assertThat(sample.skippedAllowance()).isEqualTo(Policy.ANY);
    assertThat(sample.skippedWords()).isEqualTo("any");
    assertThat(sample.mark()).isEqualTo(Mark.FULL);
  }

  @Test
  void skippedAllowanceIsANumberOrAny() {
    assertThat(read("skipped_allowance: 3").skippedAllowance()).isEqualTo(3);
    assertThat(read("skipped_allowance: 0").contentHash())
        .as("a stated default")
        .isEqualTo(Policy.USUAL.contentHash());
    assertThat(read("skipped_allowance: any").contentHash())
        .isNotEqualTo(read("skipped_allowance: 3").contentHash());
    assertRefused(
        "skipped_allowance: all",
        "policy.yaml:1: skipped_allowance: expected a whole number of 0 or more but found"
            + " \"all\"");
  }

  @Test
  void readsEveryChoice() {
    Policy policy =
        read(
            """
            mark: api-contract
            kinds: [zone, virtual-machine]
            flaky_allowance: 3
            window: 1
            waivers:
              - test: id-%s
                for: Acme Cloud
                guidelines: [2020.06, 2019.11, 2020.06]
                reason: a defect of the test
                granted_by: the board
                from: 2026-01-01
                until: 2026-12-31
              - capability: compute-servers-create
                reason: slow images
                granted_by: the committee
                from: 2026-03-01
                until: 2026-03-01
            """
                .formatted(ID));

    assertThat(policy.mark()).isEqualTo(Mark.API_CONTRACT);
    assertThat(policy.kinds()).containsExactly(Kind.VIRTUAL_MACHINE, Kind.ZONE);
    assertThat(policy.flakyAllowance()).isEqualTo(3);
    assertThat(policy.window()).isEqualTo(1);
    assertThat(policy.waivers())
        .containsExactly(
            new Waiver(
                Scope.ofCapability("compute-servers-create"),
                Optional.empty(),
                List.of(),
                "slow images",
                "the committee",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 1)),
            new Waiver(
                Scope.of(TestId.of(ID)),
                Optional.of("Acme Cloud"),
                List.of("2019.11", "2020.06"),
                "a defect of the test",
                "the board",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31)));
  }

  @Test
  void saysEverythingThatIsWrongAndWhere() {
    assertRefused(
        """
        mark: both
        kinds: [zone, jail]
        flaky_allowance: -1
        window: 0
        pass: all
        """,
        "policy.yaml:5: expected one of flaky_allowance, kinds, mark, remarks, skipped_allowance, waivers, window but found"
            + " \"pass\"",
        "policy.yaml:1: mark: expected one of full, api-contract but found \"both\"",
        "policy.yaml:3: flaky_allowance: expected a whole number of 0 or more but found \"-1\"",
        "policy.yaml:4: window: expected a whole number of 1 or more but found \"0\"",
        "policy.yaml:2: kinds: expected one of virtual-machine, system-container, zone, bare-metal"
            + " but found \"jail\"");
  }

  @Test
  void saysEverythingThatIsWrongWithAWaiver() {
    assertRefused(
        """
        waivers:
          - test: 12
            granted_by: the board
            from: 2026-13-01
            until: tomorrow
          - capability: servers
            test: %s
            reason: x
            granted_by: y
            from: 2026-02-01
            until: 2026-01-31
          - reason: x
            granted_by: y
            from: 2026-01-01
            until: 2026-01-31
        """
            .formatted(ID),
        "policy.yaml:2: test: expected the UUID of a test but found \"12\"",
        "policy.yaml:2: \"reason\" is missing",
        "policy.yaml:4: from: expected a day as in 2026-12-31 but found \"2026-13-01\"",
        "policy.yaml:5: until: expected a day as in 2026-12-31 but found \"tomorrow\"",
        "policy.yaml:6: waivers: expected either \"test\" or \"capability\" but found both",
        "policy.yaml:11: until: expected 2026-02-01, the day it begins, or later but found"
            + " 2026-01-31",
        "policy.yaml:12: waivers: expected either \"test\" or \"capability\" but found neither");
  }

  @Test
  void refusesToAdmitNoKindAtAll() {
    assertRefused("kinds: []", "policy.yaml:1: kinds: expected a list but found an empty list");
  }

  @Test
  void refusesAFileThatIsNone() {
    assertRefused("", "policy.yaml: expected a mapping but the file is empty");
    assertRefused(
        "- full",
        "policy.yaml:1: expected flaky_allowance, kinds, mark, remarks, skipped_allowance, waivers, window but found a list");
    assertThatThrownBy(() -> new PolicyReader().read(folder.resolve("none.yaml")))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("none.yaml: cannot be read");
  }
}
