package org.defcore.report.compare;

import java.util.List;
import org.defcore.report.Page;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.compare.RunComparison.TestGroup;
import org.defcore.report.run.ReportModel;

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
    return comparison.groups(Difference.UNSETTLED);
  }

  /** Number of tests in those groups. */
  public int tests(List<TestGroup> groups) {
    return groups.stream().mapToInt(it -> it.tests().size()).sum();
  }

  public List<CapabilityRow> same() {
    return comparison.capabilities().stream().filter(it -> !it.differs()).toList();
  }
}
