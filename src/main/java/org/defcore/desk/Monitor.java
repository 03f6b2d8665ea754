package org.defcore.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.CallTerms;
import org.defcore.http.HttpTransport;
import org.defcore.http.TransportSettings;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;
import org.defcore.report.scs.ScsReport;
import org.defcore.signature.SshKey;

/** A compliance monitor of the Sovereign Cloud Stack, as one account uses it. */
public final class Monitor {

  private static final String NAMESPACE = "report";
  private static final int MOST_SHOWN = 200;

  /**
   * An account of the monitor.
   *
   * @param apiKey goes into nothing but the request
   */
  public record Account(String name, String apiKey) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final URI root;
  private final Account account;
  private final ProxyRules proxies;

  /**
   * @param root address of the monitor, with a slash at its end
   * @param environment tells the proxies
   */
  public Monitor(URI root, Account account, Map<String, String> environment) {
    this.root = root;
    this.account = account;
    this.proxies = ProxyRules.of(environment);
  }

  /** The page that has the report once it is there. */
  public URI page(ScsReport report) {
    return root.resolve("page/report/" + report.uuid());
  }

  /**
   * Signs the report and sends it.
   *
   * @throws MonitorException if the monitor does not take it
   * @throws org.defcore.http.NoAnswer if it does not answer
   */
  public void take(ScsReport report, SshKey key) {
    byte[] body = report.yaml().getBytes(StandardCharsets.UTF_8);
    String signed = key.sign(NAMESPACE, body) + "\n&" + report.yaml();
    Secrets secrets = new Secrets();
    secrets.add(account.apiKey);
    HttpResponse answer = answer(signed, secrets);
    String said = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.status() != 200 || !said.strip().equals("null")) {
      String detail = detail(answer);
      throw refused(answer.status(), secrets.redact(detail), report, key);
    }
  }

  private HttpResponse answer(String signed, Secrets secrets) {
    String login = account.name + ":" + account.apiKey;
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    secrets.add(basic);
    HttpRequest request =
        new HttpRequest(
            "POST",
            reports(),
            List.of(
                new Header("Accept", "application/json"),
                new Header("Authorization", "Basic " + basic)),
            Optional.of(
                new HttpRequest.Payload(
                    signed.getBytes(StandardCharsets.UTF_8),
                    "application/x-signed-yaml",
                    HttpRequest.Framing.CONTENT_LENGTH)));
    TransportSettings settings = TransportSettings.defaults().with(TlsSettings.USUAL, proxies);
    try (HttpTransport transport = new HttpTransport(settings, secrets)) {
      return transport.send(request, new Recording(), CallTerms.of(request));
    } catch (UnexpectedAnswer e) {
      throw new MonitorException(
          MonitorException.Kind.INPUT, e.getMessage() + ": check --monitor " + root);
    }
  }

  private URI reports() {
    return root.resolve("reports");
  }

  private MonitorException refused(int status, String detail, ScsReport report, SshKey key) {
    MonitorException.Kind kind =
        status == 401 || status >= 500
            ? MonitorException.Kind.MONITOR
            : MonitorException.Kind.INPUT;
    return new MonitorException(
        kind,
        "POST %s: expected 200 but found %d%s: %s"
            .formatted(
                reports(),
                status,
                detail.isEmpty() ? "" : " (" + detail + ")",
                advice(status, detail, report, key)));
  }

  private String advice(int status, String detail, ScsReport report, SshKey key) {
    return switch (status) {
      case 401 ->
          switch (detail) {
            case "verification failed" ->
                "the monitor has to know this key of account %s: %s"
                    .formatted(account, key.publicKey());
            case "Incorrect username or password" ->
                "check the name and the API key of account " + account;
            default ->
                "account %s may not report about %s: see who may"
                    .formatted(account, report.subject());
          };
      case 409 -> "the monitor has this report already, see " + page(report);
      case 415 -> "the monitor takes no signed YAML: check its version";
      default ->
          status >= 500
              ? "the monitor could not take the report in: ask its operator"
              : "no compliance monitor: check --monitor " + root;
    };
  }

  /** The monitor's reason for its refusal; empty if it gives none. */
  private static String detail(HttpResponse answer) {
    try {
      JsonNode said = StrictJson.parse(answer.body()).path("detail");
      String line = said.asText().replaceAll("\\s+", " ").strip();
      return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    } catch (ShapeException e) {
      return "";
    }
  }
}
