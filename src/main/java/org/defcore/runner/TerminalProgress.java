package org.defcore.runner;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;

/**
 * One line that is written again and again, for terminals: done of total, what did not pass, time
 * gone, time to come. What did not pass also gets a line that stays.
 */
public final class TerminalProgress implements Progress {

  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter out;
  private final PrintWriter screen;
  private final Clock clock;
  private Instant begun;
  private int total;
  private int done;
  private int failed;
  private int attempt = 1;

  /**
   * @param out of text, which cannot control the terminal
   * @param screen the terminal behind it
   */
  public TerminalProgress(PrintWriter out, PrintWriter screen, Clock clock) {
    this.out = out;
    this.screen = screen;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public synchronized void begin(int tests) {
    total = tests;
    begun = clock.instant();
    draw();
  }

  @Override
  public synchronized void again(int tests, int attempt) {
    this.attempt = attempt;
    total = tests;
    done = 0;
    failed = 0;
    begun = clock.instant();
    draw();
  }

  @Override
  public synchronized void ended(TestResult result) {
    done++;
    if (result.outcome() != Outcome.PASSED) {
      failed += result.outcome() == Outcome.FLAKY ? 0 : 1;
      screen.print(CLEAR);
      out.println(result.outcome().word() + "  " + result.name() + ": " + result.reason());
      result.bypassing().ifPresent(it -> out.println("        " + it.bypassedWords()));
    }
    draw();
  }

  private void draw() {
    Duration gone = Duration.between(begun, clock.instant());
    String left =
        done == 0
            ? ""
            : ", about " + minutes(gone.multipliedBy(total - done).dividedBy(done)) + " left";
    String again = attempt == 1 ? "" : "attempt " + attempt + ": ";
    screen.print(CLEAR);
    out.print(
        again
            + "%d/%d done, %d not passed, %s%s"
                .formatted(done, total, failed, minutes(gone), left));
    out.flush();
  }

  private static String minutes(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  @Override
  public synchronized void say(String line) {
    screen.print(CLEAR);
    out.println(line);
    draw();
  }

  @Override
  public synchronized void end() {
    screen.print(CLEAR);
    screen.flush();
  }
}
