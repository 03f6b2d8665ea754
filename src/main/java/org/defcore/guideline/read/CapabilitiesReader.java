package org.defcore.guideline.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Rule;

/** Reads the capabilities, which differ between schemas in their tests and one key. */
final class CapabilitiesReader {

  private static final Pattern CYCLE = Pattern.compile("\\d{4}\\.\\d{2}");
  private static final List<String> SINCE =
      List.of("required_since", "required-since", "require-since");

  private final TestsReader tests;
  private final String since;

  /**
   * @param since the schema's key for the guideline that first required a capability
   */
  CapabilitiesReader(TestsReader tests, String since) {
    this.tests = tests;
    this.since = since;
  }

  Map<String, Capability> read(JsonPlace all) {
    Map<String, Capability> capabilities = new LinkedHashMap<>();
    all.members()
        .forEach(
            (name, at) -> {
              if (at.node().isObject()) {
                capabilities.put(name, capability(name, at));
              } else {
                at.error("expected an object with tests but found " + at.found());
              }
            });
    return capabilities;
  }

  private Capability capability(String name, JsonPlace at) {
    JsonPlace achievements = at.at("achievements", List.of("acheivements"));
    JsonPlace admin = at.at("admin");
    if (!admin.given()) {
      admin.oddity(Rule.MISSING_KEY, "expected true or false but found nothing: read as false");
    }
    return new Capability(
        name,
        prose(at.at("description", List.of("descriptin"))),
        prose(at.at("project")),
        admin.given() && admin.yesOrNo(),
        achievements.given() ? achievements.texts() : List.of(),
        requiredSince(at.at(since, SINCE)),
        tests.read(at));
  }

  private static String prose(JsonPlace at) {
    if (!at.given()) {
      at.oddity(Rule.MISSING_KEY, "expected a string but found nothing");
      return "";
    }
    return at.text();
  }

  private static Optional<String> requiredSince(JsonPlace at) {
    Optional<String> since = at.textIfGiven();
    if (at.node().isTextual() && !CYCLE.matcher(at.node().textValue()).matches()) {
      at.oddity(
          Rule.REQUIRED_SINCE, "expected a guideline such as 2016.08 but found " + at.found());
    }
    return since;
  }
}
