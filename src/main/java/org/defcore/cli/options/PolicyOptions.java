package org.defcore.cli.options;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.policy.Policy;
import org.defcore.policy.PolicyReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the policy and the day that verdicts are given by. */
public final class PolicyOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "The board's policy. Default: guidelines/policy.yaml of this program. It decides which"
              + " verdict counts for the mark and which tests are waived; it changes no outcome.")
  private @Nullable Path file;

  private Optional<LocalDate> asOf = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description =
          "Day on which waivers must be in force and the guideline in the policy's window. Default:"
              + " the day on which the run was started.")
  void asOf(String day) {
    try {
      asOf = Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--as-of: expected a day as in 2026-12-31 but found \"" + day + "\"");
    }
  }

  /** The file of the policy. */
  public Path file(Installation installation) {
    return file == null ? installation.own().policyFile() : installation.work().resolve(file);
  }

  public Board board(Installation installation) {
    Policy policy = new PolicyReader().read(file(installation));
    return new Board(policy, asOf, installation.own().approvals());
  }
}
