package org.defcore.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.RemarkKind;

/** The resources that the run has made, as far as it is known of them what never changes. */
final class Known {

  private final Set<String> projects;

  /** Values by place, by id of the resource. */
  private final Map<String, Map<String, String>> made = new Recent<>();

  /**
   * @param projects ids of those that the users of the run are in
   */
  Known(Set<String> projects) {
    this.projects = Set.copyOf(projects);
  }

  /** Returns whether the run has made it: what others do with theirs is their own affair. */
  boolean has(Thing thing) {
    return made.containsKey(thing.id());
  }

  void look(Thing thing, Exchange exchange, Findings findings) {
    boolean creation = exchange.method().equals("POST") && thing.isAlone();
    if (creation && !thing.id().isEmpty()) {
      made.computeIfAbsent(thing.id(), it -> new HashMap<>());
    }
    Map<String, String> before = made.get(thing.id());
    if (before == null) {
      return;
    }
    for (String place : thing.places(Thing.PROJECTS)) {
      Optional<String> owner = thing.value(place).filter(it -> !projects.contains(it));
      if (owner.isPresent() && !projects.isEmpty()) {
        findings.add(
            RemarkKind.OWNER,
            thing.at() + place,
            "expected a project of the run, which made it, but found " + owner.get());
      }
    }
    for (String place : thing.places(Thing.FIXED)) {
      thing.value(place).ifPresent(it -> same(thing, place, it, before, findings));
    }
  }

  private static void same(
      Thing thing, String place, String value, Map<String, String> before, Findings findings) {
    String first = before.putIfAbsent(place, value);
    if (first != null && !first.equals(value) && !Times.same(first, value)) {
      findings.add(
          RemarkKind.SAMENESS,
          thing.at() + place,
          "expected %s, as an earlier answer about %s has it, but found %s"
              .formatted(first, thing.id(), value));
    }
  }
}
