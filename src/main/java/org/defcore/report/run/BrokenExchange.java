package org.defcore.report.run;

import org.defcore.http.har.CurlCommand;
import org.defcore.http.message.Exchange;

/**
 * The exchange that broke a claim, with bodies short enough to print.
 *
 * @param curl what to type to repeat it, with the whole body, without secrets
 */
public record BrokenExchange(Exchange exchange, String curl) {

  private static final int LONGEST_BODY = 4000;

  static BrokenExchange of(Exchange whole) {
    Exchange shortened =
        new Exchange(
            whole.started(),
            whole.took(),
            whole.method(),
            whole.uri(),
            whole.requestHeaders(),
            shortened(whole.requestBody()),
            whole.status(),
            whole.responseHeaders(),
            shortened(whole.responseBody()),
            whole.error(),
            whole.repeats());
    return new BrokenExchange(shortened, CurlCommand.of(whole));
  }

  private static String shortened(String body) {
    if (body.length() <= LONGEST_BODY) {
      return body;
    }
    int end = Character.isHighSurrogate(body.charAt(LONGEST_BODY - 1)) ? 1 : 0;
    String start = body.substring(0, LONGEST_BODY - end);
    return start + "\n… " + (body.length() - start.length()) + " more characters in the evidence";
  }
}
