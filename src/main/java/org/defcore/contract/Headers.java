package org.defcore.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.contract.Endpoints.Called;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.redact.Secrets;
import org.defcore.result.remark.RemarkKind;
import org.defcore.service.Service;

/** Headers that say what an answer is. */
final class Headers {

  private static final String VERSION = "OpenStack-API-Version";

  /** The version as compute was asked for it before 2.27, and can be still. */
  private static final String OF_COMPUTE = "X-OpenStack-Nova-API-Version";

  private static final String VARY = "Vary";
  private static final String SUBJECT = "X-Subject-Token";
  private static final String TOKEN = "X-Auth-Token";

  private static final String REQUEST_ID = "X-Openstack-Request-Id";

  /** Compute has both from Pike on, and before that this one alone. */
  private static final String COMPUTE_REQUEST_ID = "X-Compute-Request-Id";

  /** The documents of versions. */
  private static final Pattern ROOT = Pattern.compile("/(v[\\d.]+|versions|info)?/?([?].*)?");

  private Headers() {}

  static boolean isJson(Exchange exchange) {
    return type(exchange).contains("json");
  }

  static boolean isBytes(Exchange exchange) {
    return type(exchange).contains("octet-stream");
  }

  private static String type(Exchange exchange) {
    return Header.first(exchange.responseHeaders(), "Content-Type")
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * @param usual the version of answers to requests that name none, if there are versions
   */
  static void look(Called called, Exchange exchange, Optional<String> usual, Findings findings) {
    Service service = called.service();
    String body = exchange.responseBody();
    if (service != Service.OBJECT_STORE && body.startsWith("{") && !isJson(exchange)) {
      findings.add(
          RemarkKind.HEADER,
          "Content-Type",
          "expected the type of JSON but found \"%s\"".formatted(type(exchange)));
    }
    requestId(called, exchange, findings);
    if (service == Service.IDENTITY && exchange.status() < ApiContract.ERRORS) {
      vary(TOKEN, exchange, findings);
      subject(exchange, findings);
    }
    version(called, exchange, usual, findings);
  }

  private static void requestId(Called called, Exchange exchange, Findings findings) {
    boolean told =
        Header.first(exchange.responseHeaders(), REQUEST_ID).isPresent()
            || Header.first(exchange.responseHeaders(), COMPUTE_REQUEST_ID).isPresent();
    // Documents of versions may be answered before the part of a service that makes the ids.
    if (!told && !ROOT.matcher(called.path()).matches()) {
      findings.add(RemarkKind.HEADER, REQUEST_ID, "expected the id of the request but found none");
    }
  }

  /** The token that was asked about; both are redacted, but a difference is left to see. */
  private static void subject(Exchange exchange, Findings findings) {
    if (exchange.method().equals("GET")
        && Header.first(exchange.requestHeaders(), SUBJECT).isPresent()) {
      String told = Header.first(exchange.responseHeaders(), SUBJECT).orElse("");
      if (told.isEmpty() || told.equals(Secrets.OTHER)) {
        findings.add(
            RemarkKind.HEADER,
            SUBJECT,
            "expected the token that was asked about but found "
                + (told.isEmpty() ? "none" : "another"));
      }
    }
  }

  /**
   * The version of an answer is told where one was asked for, and caches are told that too; the
   * list of versions has none.
   */
  private static void version(
      Called called, Exchange exchange, Optional<String> usual, Findings findings) {
    if (exchange.status() >= ApiContract.ERRORS || called.path().equals("/")) {
      return;
    }
    Optional<String> asked =
        Header.first(exchange.requestHeaders(), VERSION)
            .or(() -> Header.first(exchange.requestHeaders(), OF_COMPUTE).map("compute "::concat));
    String told = Header.first(exchange.responseHeaders(), VERSION).orElse("");
    if (asked.isEmpty()) {
      usual
          .filter(it -> !told.isEmpty() && !told.equals(it))
          .ifPresent(
              it ->
                  findings.add(
                      RemarkKind.HEADER,
                      VERSION,
                      "expected \"%s\", as none was asked for, but found \"%s\""
                          .formatted(it, told)));
      return;
    }
    if (!told.equals(asked.get()) && !asked.get().endsWith(" latest")) {
      findings.add(
          RemarkKind.HEADER,
          VERSION,
          "expected \"%s\" as asked for but found \"%s\"".formatted(asked.get(), told));
    }
    vary(VERSION, exchange, findings);
  }

  private static void vary(String name, Exchange exchange, Findings findings) {
    String word = name.toLowerCase(Locale.ROOT);
    boolean varies =
        exchange.responseHeaders().stream()
            .filter(it -> it.is(VARY))
            .anyMatch(it -> it.value().toLowerCase(Locale.ROOT).contains(word));
    if (!varies) {
      findings.add(
          RemarkKind.HEADER,
          VARY,
          "expected %s, as the answer depends on it, but found \"%s\""
              .formatted(name, Header.first(exchange.responseHeaders(), VARY).orElse("")));
    }
  }
}
