package org.defcore.guideline.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.ListOrigin;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.Rule;
import org.defcore.guideline.read.Layout;

/** Checks what a guideline says of the list that it was made from. */
final class OriginChecks implements Checks {

  private static final String AT = "/metadata/made_from";

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    Optional<ListOrigin> origin = subject.guideline().annex().madeFrom();
    origin.ifPresent(it -> check(it, subject, findings));
    if (origin.isEmpty()
        && Layout.of(subject.guideline()) == Layout.PLATFORMS
        && Approval.given(subject.guideline())
        && subject.guideline().annex().criteria().isEmpty()) {
      findings.add(
          wrong(
              "/metadata",
              "expected scoring, as published guidelines have it, or made_from, which says what"
                  + " the guideline was made from, but found neither"));
    }
    return findings;
  }

  private static void check(ListOrigin origin, Subject subject, List<Finding> findings) {
    if (origin.reconstructs().isPresent() && origin.unknown().isEmpty()) {
      findings.add(
          wrong(
              AT + "/unknown",
              "expected the unknown parts of the published guideline but found nothing"));
    }
    if (origin.reconstructs().isEmpty() && !origin.unknown().isEmpty()) {
      findings.add(
          wrong(
              AT + "/reconstructs",
              "expected the reconstructed parts, as some are unknown, but found nothing"));
    }
    long tests =
        subject.guideline().capabilities().values().stream()
            .flatMap(it -> it.tests().stream())
            .map(it -> it.id().map(String::valueOf).orElse(it.name()))
            .distinct()
            .count();
    if (tests != origin.tests()) {
      findings.add(
          wrong(
              AT + "/tests",
              "expected %d, the tests of this file, but found %d"
                  .formatted(tests, origin.tests())));
    }
    origin.placedHere().keySet().stream()
        .filter(it -> !subject.guideline().capabilities().containsKey(it))
        .forEach(
            it ->
                findings.add(
                    wrong(
                        Pointers.to(AT + "/placed_here", it),
                        "expected a capability of this file but found \"" + it + "\"")));
    for (int i = 0; i < origin.notPlaced().size(); i++) {
      findings.add(
          new Finding(
              Rule.NOT_PLACED,
              Severity.ODDITY,
              AT + "/not_placed/" + i,
              "this line of the list is left out: " + origin.notPlaced().get(i)));
    }
  }

  private static Finding wrong(String pointer, String message) {
    return new Finding(Rule.RECONSTRUCTION, Severity.ODDITY, pointer, message);
  }
}
