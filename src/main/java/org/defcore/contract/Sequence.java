package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.RemarkKind;

/** The exchanges of one test or fixture, one after the other: what they tell has to go together. */
final class Sequence {

  private static final Pattern MARKER = Pattern.compile("[?&]marker=([^&]*)");

  /** Values by place, by id of each resource that was made here: others may change theirs. */
  private final Map<String, Map<String, String>> told = new Recent<>();

  /** The ids on the pages before, by the address of the next one. */
  private final Map<String, Set<String>> pages = new Recent<>();

  /** Looks for resources that are told otherwise, with no request between that could change it. */
  void things(Exchange exchange, Answered answered, List<Thing> things, Findings findings) {
    if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
      // What a request may change is forgotten, and its answer counts from here on.
      for (Map.Entry<String, Map<String, String>> of : told.entrySet()) {
        if (answered.path().contains(of.getKey())) {
          of.getValue().clear();
        }
      }
    }
    if (exchange.method().equals("POST")) {
      for (Thing thing : things) {
        if (thing.isAlone() && !thing.id().isEmpty() && !thing.places(Thing.KEPT).isEmpty()) {
          told.putIfAbsent(thing.id(), new HashMap<>());
        }
      }
    }
    for (Thing thing : things) {
      Map<String, String> before = told.get(thing.id());
      if (before == null) {
        continue;
      }
      for (String place : thing.places(Thing.KEPT)) {
        Optional<String> value = thing.value(place);
        String first = value.isPresent() ? before.put(place, value.get()) : null;
        if (first != null && !first.equals(value.get())) {
          findings.add(
              RemarkKind.SAMENESS,
              thing.at() + place,
              "expected %s, as the last answer about %s has it, but found %s"
                  .formatted(first, thing.id(), value.get()));
        }
      }
    }
  }

  /** Looks at the link to the next page, and for entries that a page before had. */
  void page(Exchange exchange, Answered answered, Findings findings) {
    if (!exchange.method().equals("GET") || exchange.status() >= ApiContract.ERRORS) {
      return;
    }
    Set<String> before = pages.getOrDefault(query(exchange.uri()), Set.of());
    Optional<String> link = next(answered.body());
    if (before.isEmpty() && link.isEmpty()) {
      return;
    }
    Set<String> ids = ids(answered.body());
    ids.stream()
        .filter(before::contains)
        .findFirst()
        .ifPresent(
            it ->
                findings.add(
                    RemarkKind.PAGE,
                    "",
                    "expected each entry on one page but found %s on two".formatted(it)));
    link.ifPresent(
        next -> {
          if (query(next).equals(query(exchange.uri()))
              || !pathOf(next).endsWith(answered.place())
              || leadsElsewhere(next, ids)) {
            findings.add(
                RemarkKind.PAGE,
                "next",
                "expected a link to the next page of %s but found %s"
                    .formatted(pathOf(exchange.uri()), next));
          }
          Set<String> all = new HashSet<>(before);
          all.addAll(ids);
          pages.put(query(next), all);
        });
  }

  private static Set<String> ids(JsonNode body) {
    Set<String> ids = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> part : body.properties()) {
      if (part.getValue().isArray() && !part.getKey().endsWith("links")) {
        part.getValue().forEach(it -> ids.add(it.path("id").asText()));
      }
    }
    ids.remove("");
    return ids;
  }

  private static Optional<String> next(JsonNode body) {
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : body.properties()) {
      if (part.getValue().isArray() && part.getKey().endsWith("links")) {
        for (JsonNode link : part.getValue()) {
          if (link.path("rel").asText().equals("next")) {
            found.add(link.path("href"));
          }
        }
      }
    }
    found.add(body.path("next"));
    found.add(body.path("links").path("next"));
    for (JsonNode link : found) {
      String text = link.asText();
      if (text.startsWith("/") || text.startsWith("http")) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** The next page begins behind the last entry of this one. */
  private static boolean leadsElsewhere(String next, Set<String> ids) {
    Matcher marker = MARKER.matcher(next);
    return marker.find()
        && !ids.isEmpty()
        && !marker.group(1).equals(List.copyOf(ids).get(ids.size() - 1));
  }

  private static String pathOf(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private static String query(String uri) {
    return uri.substring(pathOf(uri).length());
  }
}
