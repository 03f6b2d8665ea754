package org.defcore.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.guideline.TestId;
import org.defcore.http.Exchange;
import org.defcore.result.TestResult;

/**
 * Where a report finds the exchange that broke a test, and how it says what to type to repeat it.
 *
 * @param exchanges all of a test, in order, redacted; empty where none are kept
 * @param curl one command line, without secrets
 */
public record Evidence(
    Function<TestId, List<Exchange>> exchanges, Function<Exchange, String> curl) {

  /** The exchange that a result points at; empty if it points at none, or at one that is gone. */
  Optional<BrokenExchange> of(TestResult result) {
    return result
        .exchange()
        .flatMap(
            position -> {
              List<Exchange> kept = exchanges.apply(result.id());
              return position >= 0 && position < kept.size()
                  ? Optional.of(kept.get(position))
                  : Optional.empty();
            })
        .map(it -> BrokenExchange.of(it, curl.apply(it)));
  }
}
