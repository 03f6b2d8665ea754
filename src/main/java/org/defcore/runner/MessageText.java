package org.defcore.runner;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Fact;

/**
 * Makes what clouds and libraries say fit for a report or a terminal: one line, without secrets,
 * without control characters, of bounded length.
 */
final class MessageText {

  private static final int LONGEST = 600;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final Secrets secrets;

  MessageText(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Facts whose values come from the cloud. */
  List<Fact> facts(List<Fact> facts) {
    return facts.stream().map(it -> new Fact(it.name(), line(it.value()), it.source())).toList();
  }

  String line(String message) {
    String line =
        CONTROL
            .splitAsStream(secrets.redact(message))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
