package org.defcore.http.har;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.redact.Secrets;

/**
 * A recorded exchange as a shell command that repeats it, with the token in {@code $OS_TOKEN}.
 * Other secrets stand as {@link Secrets#MASK} and have to be filled in; a body that was not
 * recorded is taken from a file {@code body}.
 */
public final class CurlCommand {

  /** Curl makes these itself. */
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "user-agent");

  private CurlCommand() {}

  /** One line, quoted for a POSIX shell. */
  public static String of(Exchange exchange) {
    List<String> words = new ArrayList<>(List.of("curl", "--globoff", "--include"));
    words.addAll(
        exchange.method().equals("HEAD")
            ? List.of("--head")
            : List.of("--request", quote(exchange.method())));
    exchange.requestHeaders().stream()
        .filter(it -> !OWN.contains(it.name().toLowerCase(Locale.ROOT)))
        .forEach(it -> words.addAll(List.of("--header", header(it))));
    words.addAll(body(exchange));
    // By name, so that a URL which begins with a hyphen is no option.
    words.addAll(List.of("--url", quote(exchange.uri())));
    return String.join(" ", words);
  }

  private static String header(Header header) {
    if (header.is("x-auth-token") && header.value().equals(Secrets.MASK)) {
      return quote(header.name() + ": ") + "\"$OS_TOKEN\"";
    }
    // Without a value curl would drop the header; with a semicolon it sends it empty.
    return quote(
        header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value());
  }

  private static List<String> body(Exchange exchange) {
    boolean empty = exchange.requestBody().isEmpty();
    if (empty && Header.first(exchange.requestHeaders(), "content-length").isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (Header.first(exchange.requestHeaders(), "content-type").isEmpty()) {
      words.addAll(List.of("--header", quote("Content-Type:")));
    }
    words.addAll(
        BodyNote.is(exchange.requestBody())
            ? List.of("--data-binary", "@body")
            : List.of("--data-raw", quote(exchange.requestBody())));
    return words;
  }

  private static String quote(String text) {
    return text.matches("[A-Za-z0-9/:.,_=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
