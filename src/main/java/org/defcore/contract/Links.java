package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.RemarkKind;

/** Addresses in an answer that lead to what it is about. */
final class Links {

  private static final String LOCATION = "Location";

  private Links() {}

  /**
   * @param hosts to which links may lead
   */
  static void look(
      Exchange exchange,
      Answered answered,
      List<Thing> things,
      Set<String> hosts,
      Findings findings) {
    if (exchange.method().equals("POST")) {
      location(exchange, things, findings);
    } else if (exchange.method().equals("GET")) {
      self(answered, findings);
    }
    for (Thing thing : things) {
      for (String place : thing.places(Thing.ITSELF)) {
        if (place.contains("/links/") || place.equals("/self")) {
          for (String link : thing.values(place)) {
            host(link, thing.at() + place, hosts, findings);
          }
        }
      }
    }
    for (JsonNode link : answered.body().path("version").path("links")) {
      if (link.path("rel").asText().equals("self")) {
        host(link.path("href").asText(), "/version/links/*/href", hosts, findings);
      }
    }
  }

  /** A creation leads to the resource in its answer. */
  private static void location(Exchange exchange, List<Thing> things, Findings findings) {
    Optional<String> id =
        things.stream()
            .filter(Thing::isAlone)
            .map(Thing::id)
            .findFirst()
            .filter(it -> !it.isEmpty());
    Optional<String> location = Header.first(exchange.responseHeaders(), LOCATION);
    if (id.isPresent() && location.isPresent() && !bare(location.get()).endsWith("/" + id.get())) {
      findings.add(
          RemarkKind.IDENTITY,
          LOCATION,
          "expected the address of %s but found %s".formatted(id.get(), location.get()));
    }
  }

  /** The link that a document has to itself. */
  private static void self(Answered answered, Findings findings) {
    String self = answered.body().path("links").path("self").asText();
    if (!self.isEmpty() && !bare(self).endsWith(bare(answered.place()))) {
      findings.add(
          RemarkKind.IDENTITY,
          "/links/self",
          "expected the address that was asked for, %s, but found %s"
              .formatted(answered.place(), self));
    }
  }

  private static void host(String link, String where, Set<String> hosts, Findings findings) {
    int start = link.indexOf("://");
    if (!link.startsWith("http") || start < 0) {
      return;
    }
    String rest = link.substring(start + 3);
    for (String host : hosts) {
      if (isOf(host, rest)) {
        return;
      }
    }
    findings.add(
        RemarkKind.IDENTITY,
        where,
        "expected a link to a host of the catalog, %s, but found %s"
            .formatted(String.join(", ", hosts), link));
  }

  /**
   * @param rest of an address, from its host on
   */
  private static boolean isOf(String host, String rest) {
    int length = host.length();
    return rest.regionMatches(true, 0, host, 0, length)
        && (rest.length() == length || ":/?".indexOf(rest.charAt(length)) >= 0);
  }

  /** The address without its query and the slashes before that. */
  private static String bare(String address) {
    int query = address.indexOf('?');
    int end = query < 0 ? address.length() : query;
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    return address.substring(0, end);
  }
}
