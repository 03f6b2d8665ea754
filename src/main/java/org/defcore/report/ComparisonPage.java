package org.defcore.report;

import java.util.List;
import org.defcore.report.Comparison.CapabilityRow;
import org.defcore.report.Comparison.Cloud;
import org.defcore.report.Comparison.Difference;
import org.defcore.report.Comparison.TestGroup;

/** What the template asks of a comparison. */
public final class ComparisonPage {

  private final Comparison comparison;

  ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  public Comparison comparison() {
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

  /** How many tests those groups have. */
  public int tests(List<TestGroup> groups) {
    return groups.stream().mapToInt(it -> it.tests().size()).sum();
  }

  public List<CapabilityRow> same() {
    return comparison.capabilities().stream().filter(it -> !it.differs()).toList();
  }
}
