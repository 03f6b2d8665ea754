package org.defcore.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.RemarkKind;

/** The resources that the run has seen, as far as it is known of them what never changes. */
final class Known {

  private static final String FILE = "/file";
  private static final String SIZE = "/size";
  private static final String CHECKSUM = "/checksum";
  private static final String MD5 = "Content-MD5";

  private final Us us;

  private final Map<String, Made> made = new Recent<>();

  /** Values by place, by id of the resource, whoever made it. */
  private final Map<String, Map<String, String>> seen = new Recent<>();

  /**
   * A resource that the run has made.
   *
   * @param values by place
   */
  private record Made(Times.Asked asked, Map<String, String> values) {}

  /** Ids of the users of the run, and of the projects that they are in. */
  record Us(Set<String> projects, Set<String> users) {

    Us {
      projects = Set.copyOf(projects);
      users = Set.copyOf(users);
    }
  }

  Known(Us us) {
    this.us = us;
  }

  void look(Thing thing, Exchange exchange, Findings findings) {
    String id = thing.id();
    if (exchange.method().equals("POST") && thing.isAlone() && !id.isEmpty()) {
      made.computeIfAbsent(id, it -> new Made(Times.Asked.at(exchange.started()), new HashMap<>()));
    }
    if (!thing.places(Thing.TIMES).isEmpty()) {
      Times.look(thing, since(thing), findings);
    }
    for (String place : thing.places(Thing.EVER)) {
      Map<String, String> before = seen.computeIfAbsent(id, it -> new HashMap<>());
      same(thing, place, thing.told(place), before, findings);
    }
    Made own = made.get(id);
    if (own == null) {
      return;
    }
    strangers(thing, Thing.PROJECTS, "project", us.projects, findings);
    strangers(thing, Thing.USERS, "user", us.users, findings);
    for (String place : thing.places(Thing.FIXED)) {
      same(thing, place, thing.value(place), own.values, findings);
    }
  }

  /** Bytes that go by themselves, to a resource that the run has made or from it. */
  void data(Exchange exchange, String path, Findings findings) {
    Made own = path.endsWith(FILE) ? made.get(idBefore(FILE, path)) : null;
    if (own == null || exchange.status() >= ApiContract.ERRORS) {
      return;
    }
    if (exchange.method().equals("PUT")) {
      BodyNote.length(exchange.requestBody())
          .ifPresent(it -> own.values.putIfAbsent(SIZE, String.valueOf(it)));
      BodyNote.md5(exchange.requestBody()).ifPresent(it -> own.values.putIfAbsent(CHECKSUM, it));
    } else if (exchange.method().equals("GET")) {
      Optional<String> checksum = Optional.ofNullable(own.values.get(CHECKSUM));
      Optional<String> told = Header.first(exchange.responseHeaders(), MD5);
      if (checksum.isPresent() && told.isPresent() && !told.equals(checksum)) {
        findings.add(
            RemarkKind.HEADER,
            MD5,
            "expected the checksum %s but found %s".formatted(checksum.get(), told.get()));
      }
    }
  }

  private static String idBefore(String end, String path) {
    String place = path.substring(0, path.length() - end.length());
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /** The time at which the run asked for it, or for what it belongs to. */
  private Optional<Times.Asked> since(Thing thing) {
    Made own = made.get(thing.id());
    for (String place : thing.places(Thing.WITHIN)) {
      own = own == null ? made.get(thing.value(place).orElse("")) : own;
    }
    return Optional.ofNullable(own).map(Made::asked);
  }

  private static void strangers(
      Thing thing, String word, String what, Set<String> ours, Findings findings) {
    for (String place : thing.places(word)) {
      Optional<String> owner = thing.value(place);
      if (owner.isPresent() && !ours.isEmpty() && !ours.contains(owner.get())) {
        findings.add(
            RemarkKind.OWNER,
            thing.at() + place,
            "expected a %s of the run, which made it, but found %s".formatted(what, owner.get()));
      }
    }
  }

  private static void same(
      Thing thing,
      String place,
      Optional<String> value,
      Map<String, String> before,
      Findings findings) {
    String first = value.isPresent() ? before.putIfAbsent(place, value.get()) : null;
    if (first != null && !first.equals(value.get()) && !Times.same(first, value.get())) {
      findings.add(
          RemarkKind.SAMENESS,
          thing.at() + place,
          "expected %s, as an earlier exchange about %s has it, but found %s"
              .formatted(first, thing.id(), value.get()));
    }
  }
}
