package org.defcore.guideline.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Rule;
import org.defcore.guideline.TestId;

/** Checks for placeholder tests, and for aliases of two tests. */
final class TestChecks implements Checks {

  private static final Pattern STAND_IN =
      Pattern.compile("(?i)(?:.*\\.)?(?:need_?tests?|tbd|todo|fixme|placeholder|none|n/a|\\?+)");

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    Map<String, GuidelineTest> ownerOf = new HashMap<>();
    subject.eachTest(
        (capability, test, at) -> {
          if (STAND_IN.matcher(test.name()).matches()) {
            findings.add(
                new Finding(
                    Rule.PLACEHOLDER_TEST,
                    Severity.ODDITY,
                    at.get(),
                    "\"%s\" of capability \"%s\" stands in for a test"
                        .formatted(test.name(), capability.name())));
          }
          checkAliases(test, at, ownerOf, findings);
        });
    return findings;
  }

  private static void checkAliases(
      GuidelineTest test,
      Supplier<String> at,
      Map<String, GuidelineTest> ownerOf,
      List<Finding> findings) {
    for (int i = 0; i < test.aliases().size(); i++) {
      String alias = test.aliases().get(i);
      GuidelineTest other = ownerOf.putIfAbsent(alias, test);
      if (other != null && !key(other).equals(key(test))) {
        findings.add(
            new Finding(
                Rule.ALIAS_OF_TWO,
                Severity.ODDITY,
                at.get() + "/aliases/" + i,
                "the alias \"%s\" is also one of \"%s\"".formatted(alias, other.name())));
      }
    }
  }

  private static String key(GuidelineTest test) {
    return test.id().map(TestId::toString).orElse(test.name());
  }
}
