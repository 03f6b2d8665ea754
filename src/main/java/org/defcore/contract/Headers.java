package org.defcore.contract;

import java.util.Locale;
import java.util.Optional;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.RemarkKind;
import org.defcore.service.Service;

/** Headers that say what an answer is. */
final class Headers {

  private static final String VERSION = "OpenStack-API-Version";
  private static final String VARY = "Vary";

  private Headers() {}

  static boolean isJson(Exchange exchange) {
    return type(exchange).contains("json");
  }

  private static String type(Exchange exchange) {
    return Header.first(exchange.responseHeaders(), "Content-Type")
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  static void look(Service service, Exchange exchange, Findings findings) {
    String body = exchange.responseBody();
    if (service != Service.OBJECT_STORE && body.startsWith("{") && !isJson(exchange)) {
      findings.add(
          RemarkKind.HEADER,
          "Content-Type",
          "expected the type of JSON but found \"%s\"".formatted(type(exchange)));
    }
    version(exchange, findings);
  }

  /** The version of an answer is told where one was asked for, and caches are told that too. */
  private static void version(Exchange exchange, Findings findings) {
    Optional<String> asked = Header.first(exchange.requestHeaders(), VERSION);
    if (asked.isEmpty() || exchange.status() >= ApiContract.ERRORS) {
      return;
    }
    String told = Header.first(exchange.responseHeaders(), VERSION).orElse("");
    if (!told.equals(asked.get()) && !asked.get().endsWith(" latest")) {
      findings.add(
          RemarkKind.HEADER,
          VERSION,
          "expected \"%s\" as asked for but found \"%s\"".formatted(asked.get(), told));
    }
    boolean varies =
        exchange.responseHeaders().stream()
            .filter(it -> it.is(VARY))
            .anyMatch(it -> it.value().toLowerCase(Locale.ROOT).contains("openstack-api-version"));
    if (!varies) {
      findings.add(
          RemarkKind.HEADER,
          VARY,
          "expected %s, as the answer depends on it, but found \"%s\""
              .formatted(VERSION, Header.first(exchange.responseHeaders(), VARY).orElse("")));
    }
  }
}
