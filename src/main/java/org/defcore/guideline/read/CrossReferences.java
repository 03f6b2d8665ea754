package org.defcore.guideline.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.defcore.guideline.Annex.Criterion;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Status;
import org.defcore.guideline.TestId;

/** Finds contradictions between the lists, capabilities, tests and ids of a guideline. */
final class CrossReferences {

  private final Contents contents;
  private final Layout layout;
  private final Reading reading;

  CrossReferences(Contents contents, Reading reading) {
    this.contents = contents;
    this.layout = contents.layout();
    this.reading = reading;
  }

  void check() {
    Set<String> listed = new HashSet<>();
    contents.components().values().forEach(it -> checkLists(it, listed));
    contents.capabilities().values().forEach(it -> checkCapability(it, listed));
    checkTests();
    checkAliases();
  }

  private void checkLists(Guideline.Component component, Set<String> listed) {
    Map<String, Status> seen = new HashMap<>();
    for (Status status : Status.values()) {
      List<String> names = component.capabilities().getOrDefault(status, List.of());
      for (int i = 0; i < names.size(); i++) {
        String at = layout.list(component.name(), status) + "/" + i;
        String name = names.get(i);
        listed.add(name);
        checkDefined(name, status, at);
        Status before = seen.putIfAbsent(name, status);
        if (before != null) {
          String already = "\"" + name + "\" is " + before.word() + " already";
          reading.oddity(
              before == status ? Rule.LISTED_TWICE : Rule.STATUS_CONFLICT,
              at,
              already + (before == status ? "" : ": read as " + before.word()));
        }
      }
    }
  }

  private void checkDefined(String name, Status status, String at) {
    if (contents.capabilities().containsKey(name)) {
      return;
    }
    String message = "expected a capability that the file defines but found \"" + name + "\"";
    if (status == Status.REQUIRED) {
      reading.error(
          Rule.REQUIRED_UNDEFINED, at, message + ": a required capability must be defined");
    } else {
      reading.oddity(Rule.LISTED_UNDEFINED, at, message + ": left out");
    }
  }

  private void checkCapability(Capability capability, Set<String> listed) {
    String at = layout.capability(capability.name());
    if (!listed.contains(capability.name())) {
      reading.oddity(
          Rule.ORPHAN_CAPABILITY, at, "\"" + capability.name() + "\" is in no component");
    }
    if (capability.tests().isEmpty()) {
      reading.oddity(Rule.NO_TESTS, at + "/tests", "\"" + capability.name() + "\" has no tests");
    }
    Set<String> criteria =
        contents.annex().criteria().stream().map(Criterion::key).collect(Collectors.toSet());
    for (String achievement : capability.achievements()) {
      if (!criteria.isEmpty() && !criteria.contains(achievement)) {
        reading.oddity(
            Rule.UNKNOWN_CRITERION,
            at,
            "expected keys of criteria as achievements but found \"" + achievement + "\"");
      }
    }
  }

  private void checkTests() {
    Map<String, String> capabilityOf = new HashMap<>();
    Map<TestId, String> nameOf = new HashMap<>();
    Map<String, TestId> idOf = new HashMap<>();
    eachTest(
        (capability, test, at) -> {
          String other = capabilityOf.putIfAbsent(test.name(), capability.name());
          if (other != null) {
            reading.oddity(
                other.equals(capability.name()) ? Rule.TEST_TWICE : Rule.TEST_IN_TWO_CAPABILITIES,
                at.get(),
                "this test is also in capability \"" + other + "\"");
          }
          if (test.id().isEmpty()) {
            return;
          }
          TestId id = test.id().get();
          String otherName = nameOf.putIfAbsent(id, test.name());
          if (otherName != null && !otherName.equals(test.name())) {
            reading.oddity(
                Rule.ID_OF_TWO_NAMES, at.get(), "this id is also that of \"" + otherName + "\"");
          }
          TestId otherId = idOf.putIfAbsent(test.name(), id);
          if (otherId != null && !otherId.equals(id)) {
            reading.oddity(
                Rule.NAME_OF_TWO_IDS, at.get(), "this test has the id " + otherId + " elsewhere");
          }
        });
  }

  private void checkAliases() {
    Set<String> names = new HashSet<>();
    eachTest((capability, test, at) -> names.add(test.name()));
    eachTest(
        (capability, test, at) -> {
          for (int i = 0; i < test.aliases().size(); i++) {
            String alias = test.aliases().get(i);
            if (alias.equals(test.name())) {
              reading.oddity(
                  Rule.OWN_ALIAS, at.get() + "/aliases/" + i, "the alias is the test's own name");
            } else if (names.contains(alias)) {
              reading.oddity(
                  Rule.ALIAS_IS_A_NAME,
                  at.get() + "/aliases/" + i,
                  "the alias \"" + alias + "\" is also another test's name");
            }
          }
        });
  }

  private void eachTest(Visitor visitor) {
    for (Capability capability : contents.capabilities().values()) {
      int index = 0;
      for (GuidelineTest test : capability.tests()) {
        int at = index++;
        visitor.visit(capability, test, () -> layout.test(capability.name(), at, test.name()));
      }
    }
  }

  /** The pointer is made only where something is found. */
  private interface Visitor {
    void visit(Capability capability, GuidelineTest test, Supplier<String> at);
  }
}
