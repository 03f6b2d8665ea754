package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/**
 * The required tests of a service.
 *
 * @param service word of the service
 * @param full all of them
 * @param apiContract those that the API-contract column counts
 */
public record ServiceRow(String service, Shares full, Shares apiContract) {

  /** Services of the first verdict of a report, in the order of the alphabet. */
  public static List<ServiceRow> of(ReportModel report) {
    return of(report, report.verdicts().get(0));
  }

  /** Services of a verdict of a report, in the order of the alphabet. */
  static List<ServiceRow> of(ReportModel report, Verdict verdict) {
    Map<String, TestReport> tests = report.byKey();
    return of(
        verdict,
        it ->
            Optional.ofNullable(tests.get(it.key()))
                .map(TestReport::service)
                .orElse(TestReport.NO_SERVICE));
  }

  private static List<ServiceRow> of(Verdict verdict, Function<TestLine, String> service) {
    Map<String, List<TestLine>> services = new TreeMap<>();
    for (TestLine line : verdict.counted()) {
      services.computeIfAbsent(service.apply(line), it -> new ArrayList<>()).add(line);
    }
    return services.entrySet().stream()
        .map(
            it ->
                new ServiceRow(
                    it.getKey(),
                    Shares.of(verdict, it.getValue()),
                    Shares.of(
                        verdict, it.getValue().stream().filter(TestLine::restsOnTheApi).toList())))
        .toList();
  }
}
