package org.defcore.report.compare;

import java.util.List;
import org.defcore.capability.Basis;
import org.defcore.report.BasisPhrase;
import org.defcore.report.Page;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.ServiceRow;
import org.defcore.report.run.Shares;
import org.defcore.verdict.Column;

/** Page of a comparison. */
public final class ComparisonPage implements Page {

  private final RunComparison comparison;

  public ComparisonPage(RunComparison comparison) {
    this.comparison = comparison;
  }

  @Override
  public String template() {
    return "comparison.ftlh";
  }

  public RunComparison comparison() {
    return comparison;
  }

  public String unofficial() {
    return ReportModel.UNOFFICIAL;
  }

  public String title() {
    return String.join(", ", comparison.clouds().stream().map(Cloud::label).toList());
  }

  public List<TestGroup> opposed() {
    return comparison.groups(Difference.OPPOSED);
  }

  public List<TestGroup> unsettled() {
    return comparison.groups(Difference.UNSETTLED).stream()
        .filter(it -> !comparison.leftOut().covers(it.tests().get(0)))
        .toList();
  }

  /** Capabilities that differ, without those that a partial run alone makes different. */
  public List<CapabilityRow> differing() {
    return comparison.differing().stream().filter(it -> !comparison.leftOut().covers(it)).toList();
  }

  public Shares shares(Column column) {
    return Shares.of(column);
  }

  /** A basis for people: {@code API contract}. */
  public String basis(Basis basis) {
    return BasisPhrase.of(basis);
  }

  /** Services that any run has required tests of. */
  public List<String> services() {
    return comparison.clouds().stream()
        .flatMap(it -> it.services().stream())
        .map(ServiceRow::service)
        .distinct()
        .sorted()
        .toList();
  }

  /** The tests of a service on each cloud; none where its guideline has no such test. */
  public List<Shares> shares(String service) {
    return comparison.clouds().stream()
        .map(
            cloud ->
                cloud.services().stream()
                    .filter(it -> it.service().equals(service))
                    .map(ServiceRow::full)
                    .findFirst()
                    .orElse(Shares.NONE))
        .toList();
  }

  /** Number of tests in those groups. */
  public int tests(List<TestGroup> groups) {
    return groups.stream().mapToInt(it -> it.tests().size()).sum();
  }

  public List<CapabilityRow> same() {
    return comparison.capabilities().stream().filter(it -> !it.differs()).toList();
  }
}
