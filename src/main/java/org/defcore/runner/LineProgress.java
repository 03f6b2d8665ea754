package org.defcore.runner;

import java.io.PrintWriter;
import java.util.Locale;
import org.defcore.result.TestResult;

/** One plain line a test, for logs: {@code [ 7/43] passed 0.12 s tempest.api…}. */
public final class LineProgress implements Progress {

  private final PrintWriter out;
  private int total;
  private int done;

  public LineProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void begin(int tests) {
    total = tests;
  }

  @Override
  public synchronized void again(int tests, int attempt) {
    total = tests;
    done = 0;
    String what = tests == 1 ? "1 test" : tests + " tests";
    out.println("again: " + what + ", attempt " + attempt);
  }

  @Override
  public synchronized void ended(TestResult result) {
    done++;
    out.printf(
        Locale.ROOT,
        "[%d/%d] %-7s %6.2f s  %s%n",
        done,
        total,
        result.outcome().word(),
        result.took().toMillis() / 1000.0,
        result.name());
    if (!result.reason().isEmpty()) {
      out.println("        " + result.reason());
    }
    result.bypassing().ifPresent(it -> out.println("        " + it.bypassedWords()));
    out.flush();
  }

  @Override
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void end() {}
}
