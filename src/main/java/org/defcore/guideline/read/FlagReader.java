package org.defcore.guideline.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Rule;

/** Reads the flags of tests. */
final class FlagReader {

  private static final Pattern CODE = Pattern.compile("\\[?(D\\d{3})\\b.*", Pattern.DOTALL);

  /**
   * The flag of a test. {@code null} means no flag; the key {@code flag}, as in the text of schema
   * 2.0, is accepted.
   */
  Optional<Flag> read(JsonPlace test) {
    JsonPlace at = test.at("flagged", List.of("flag"), Rule.FLAG_KEY);
    if (!at.given()) {
      return Optional.empty();
    }
    if (at.node().isNull()) {
      at.oddity(
          Rule.FLAG_NULL, "expected reason, action and date but found null: read as not flagged");
      return Optional.empty();
    }
    if (!at.node().isObject()) {
      at.error("expected an object with reason, action and date but found " + at.found());
      return Optional.empty();
    }
    String reason = at.at("reason").text();
    return Optional.of(new Flag(code(reason, at), reason, action(at), date(at)));
  }

  private static Optional<String> code(String reason, JsonPlace at) {
    Matcher matcher = CODE.matcher(reason);
    if (matcher.matches()) {
      return Optional.of(matcher.group(1));
    }
    if (at.at("reason").node().isTextual()) {
      at.at("reason")
          .oddity(
              Rule.FLAG_CODE,
              "expected a code such as D400 before the reason but found "
                  + at.at("reason").found());
    }
    return Optional.empty();
  }

  private static String action(JsonPlace at) {
    JsonPlace action = at.at("action");
    if (!action.given()) {
      action.oddity(Rule.FLAG_ACTION, "expected the planned action but found nothing");
      return "";
    }
    return action.text();
  }

  private static Optional<LocalDate> date(JsonPlace at) {
    JsonPlace date = at.at("date");
    if (!date.given()) {
      date.oddity(Rule.FLAG_DATE, "expected a date yyyy-mm-dd but found nothing");
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(date.node().asText()));
    } catch (DateTimeParseException e) {
      date.error("expected a date yyyy-mm-dd but found " + date.found());
      return Optional.empty();
    }
  }
}
