package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.RemarkKind;

/** Addresses in an answer that lead to what it is about. */
final class Links {

  private static final String LOCATION = "Location";

  /** The rest of an address behind its host, which may be in brackets. */
  private static final Pattern REST = Pattern.compile("(?<=[^\\[]):\\d*(/.*)?$|[/?].*$");

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
    location(exchange, things, findings);
    if (exchange.method().equals("GET")) {
      self(answered, findings);
    }
    for (Thing thing : things) {
      for (String place : thing.places(Thing.ITSELF)) {
        if (place.contains("/links/") || place.equals("/self")) {
          thing.values(place).forEach(it -> host(it, thing.at() + place, hosts, findings));
        }
      }
    }
    for (JsonNode link : answered.body().at("/version/links")) {
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
    if (!exchange.method().equals("POST") || id.isEmpty() || location.isEmpty()) {
      return;
    }
    if (!bare(location.get()).endsWith("/" + id.get())) {
      findings.add(
          RemarkKind.IDENTITY,
          LOCATION,
          "expected the address of %s but found %s".formatted(id.get(), location.get()));
    }
  }

  /** The link that a document has to itself. */
  private static void self(Answered answered, Findings findings) {
    String self = answered.body().at("/links/self").asText();
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
    String host = host(link.substring(start + 3));
    if (!hosts.contains(host)) {
      findings.add(
          RemarkKind.IDENTITY,
          where,
          "expected a link to a host of the catalog, %s, but found %s"
              .formatted(String.join(", ", hosts), link));
    }
  }

  /** The host at the beginning of the rest of an address. */
  private static String host(String rest) {
    return REST.matcher(rest).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  private static String bare(String address) {
    return address.replaceFirst("[?].*", "").replaceFirst("/+$", "");
  }
}
