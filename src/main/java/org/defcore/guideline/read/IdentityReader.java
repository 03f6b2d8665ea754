package org.defcore.guideline.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.guideline.Rule;
import org.defcore.guideline.read.Contents.Identity;

/** Reads the data about the guideline itself, wherever its schema keeps them. */
final class IdentityReader {

  private static final Pattern ID = Pattern.compile("\\w[\\w.-]{0,99}");
  private static final Set<String> APPROVALS =
      Set.of("draft", "review", "advisory", "approved", "superseded");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}(?:\\.(?:0[1-9]|1[0-2])|-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))");

  private final JsonPlace itself;
  private final JsonPlace approval;

  /**
   * @param itself object with the id
   * @param approval object with status, releases and what it replaces
   */
  IdentityReader(JsonPlace itself, JsonPlace approval) {
    this.itself = itself;
    this.approval = approval;
  }

  Identity read() {
    return new Identity(id(), status(), approval.at("replaces").textIfGiven(), releases());
  }

  private String id() {
    JsonPlace at = itself.at("id");
    String id = at.text();
    if (at.node().isTextual() && !ID.matcher(id).matches()) {
      at.error("expected an id such as 2020.06 but found " + at.found());
    }
    return id;
  }

  private String status() {
    JsonPlace at = approval.at("status");
    String word = at.text().toLowerCase(Locale.ROOT);
    if (word.equals("superceded")) {
      at.oddity(
          Rule.APPROVAL_WORDS,
          "expected \"superseded\" but found " + at.found() + ": read as that");
      return "superseded";
    }
    if (at.node().isTextual() && !APPROVALS.contains(word)) {
      at.error(
          "expected one of draft, review, advisory, approved, superseded but found " + at.found());
    }
    return word;
  }

  private List<String> releases() {
    return approval.at("releases").texts().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * The planned date of approval, in the form of schemas 1.4 and later; add-ons write their name
   * before it.
   */
  Optional<String> targetApproval() {
    JsonPlace at = approval.at("target_approval");
    Optional<String> text = at.textIfGiven();
    if (text.isEmpty() || DATE.matcher(text.get()).matches()) {
      return text;
    }
    Matcher named = Pattern.compile("[a-z-]+\\.(.*)").matcher(text.get());
    if (named.matches() && DATE.matcher(named.group(1)).matches()) {
      at.oddity(
          Rule.APPROVAL_WORDS,
          "expected a date yyyy.mm but found " + at.found() + ": read without the name");
      return Optional.of(named.group(1));
    }
    at.error("expected a date yyyy.mm or yyyy-mm-dd but found " + at.found());
    return Optional.empty();
  }
}
