package org.defcore.guideline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.defcore.guideline.Flag;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Rule;
import org.defcore.guideline.TestId;

/** Schema 1.3 and later: each test has an id, and may have aliases and a flag. */
final class KeyedTestsReader implements TestsReader {

  private static final Pattern STAND_IN =
      Pattern.compile("(?i)(?:id-)?(?:tbd|todo|none|n/a|x+|need.*|placeholder.*|unknown|\\?+)?");
  private static final Pattern NIL = Pattern.compile("(?:id-)?[0-]{36}");

  private final FlagReader flags = new FlagReader();

  @Override
  public List<GuidelineTest> read(JsonPlace capability) {
    Map<String, JsonPlace> tests = capability.at("tests").members();
    Set<String> flagged = listedFlags(capability, tests.keySet());
    List<GuidelineTest> read = new ArrayList<>();
    tests.forEach((name, at) -> read.add(test(name, at, flagged.contains(name))));
    return read;
  }

  private static Set<String> listedFlags(JsonPlace capability, Set<String> tests) {
    JsonPlace list = capability.at("flagged");
    if (list.given()) {
      list.oddity(
          Rule.FLAG_LIST,
          "expected flags at the tests but found a list as in schema 1.2: read as that");
    }
    return NamedTestsReader.flagged(list, tests);
  }

  private GuidelineTest test(String name, JsonPlace at, boolean listed) {
    if (name.isBlank()) {
      at.error("expected the name of a test but found \"" + name + "\"");
    }
    if (!at.node().isObject()) {
      at.error("expected an object with idempotent_id but found " + at.found());
      return new GuidelineTest(name, Optional.empty(), List.of(), Optional.empty());
    }
    JsonPlace aliases = at.at("aliases");
    Optional<Flag> flag = flags.read(at);
    return new GuidelineTest(
        name,
        id(at.at("idempotent_id", List.of("idempotent-id"))),
        aliases.given() ? aliases.texts() : List.of(),
        listed ? Optional.of(flag.orElseGet(NamedTestsReader::unexplained)) : flag);
  }

  private static Optional<TestId> id(JsonPlace at) {
    if (!at.node().isTextual()) {
      at.error("expected id-<uuid> but found " + at.found());
      return Optional.empty();
    }
    String text = at.node().textValue();
    int comma = text.indexOf(',');
    String bare = comma < 0 ? text : text.substring(0, comma);
    if (STAND_IN.matcher(bare.trim()).matches() || NIL.matcher(bare).matches()) {
      at.oddity(
          Rule.NO_ID,
          "expected id-<uuid> but found the stand-in " + at.found() + ": read as no id");
      return Optional.empty();
    }
    Optional<TestId> id = TestId.parse(bare);
    if (id.isEmpty()) {
      at.error("expected id-<uuid> but found " + at.found());
    } else if (comma >= 0) {
      at.oddity(
          Rule.ID_TRAILER,
          "expected id-<uuid> alone but found " + at.found() + ": read without the rest");
    } else if (!bare.startsWith("id-")) {
      at.oddity(Rule.ID_PREFIX, "expected \"id-\" before the UUID but found " + at.found());
    }
    return id;
  }
}
