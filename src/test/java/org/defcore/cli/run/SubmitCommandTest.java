package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.defcore.signature.WrittenKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports to a compliance monitor, and each of its answers to them. */
class SubmitCommandTest {

  private static final String API_KEY = "k3y-0f-acme";
  private static final Map<String, String> VARIABLES = Map.of("DEFCORE_MONITOR_API_KEY", API_KEY);

  @TempDir private Path work;

  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private String root;
  private int status = 200;
  private String answer = "null";

  @BeforeEach
  void start() throws IOException {
    StoredRun.copiedTo(work.resolve("run"));
    WrittenKey.to(work.resolve("key"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort() + "/scm/";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        "%s %s\n%s\n%s\n%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Test
  void sendsTheSignedReport() {
    Said said = submit();

    String report =
        new Shell(work).run("report", "run", "--format", "scs", "--subject", "acme").out();
    String login = login("acme");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0))
        .startsWith(
            """
            POST /scm/reports
            application/x-signed-yaml
            Basic %s
            -----BEGIN SSH SIGNATURE-----
            """
                .formatted(login))
        .endsWith("\n-----END SSH SIGNATURE-----\n&" + report);
    assertThat(said.out())
        .startsWith("2020.06-e2e: FAIL\n")
        .containsPattern("\naccepted: " + root + "page/report/[0-9a-f-]{36}\n$");
    assertThat(report).contains("- '2020.06-e2e: FAIL'\n", "  2020.06-e2e: -1\n");
    assertThat(said.out() + said.err() + report).doesNotContain(API_KEY, login);
  }

  @Test
  void takesTheApiKeyFromAFileAndSendsItForAnotherAccount() throws IOException {
    Files.writeString(work.resolve("api-key"), API_KEY + "\n");

    Said said =
        new Shell(work).run(arguments("--api-key-file", "api-key", "--account", "operator"));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(requests.get(0))
        .contains("\nBasic " + login("operator") + "\n", "\nsubject: acme\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | Incorrect username or password | 4 | check the name and the API key of account acme",
        "401 | verification failed | 4 | the monitor has to know this key of account acme:"
            + " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
        "401 | Permission denied | 4 | account acme may not report about acme: see who may",
        "409 | Conflict: report already present | 2 | the monitor has this report already, see ROOTpage/report/",
        "415 | Unsupported Media Type | 2 | the monitor takes no signed YAML: check its version",
        "404 | Not Found | 2 | no compliance monitor: check --monitor ROOT",
        "500 | k3y-0f-acme | 4 | the monitor could not take the report in: ask its operator",
      })
  void refusalIsOneLine(int refused, String detail, int code, String advice) {
    status = refused;
    answer = "{\"detail\": \"" + detail + "\"}";

    Said said = submit();

    assertThat(said.code()).isEqualTo(code);
    assertThat(said.onlyLine())
        .startsWith(
            "defcore: POST %sreports: expected 200 but found %d (%s): %s"
                .formatted(
                    root,
                    refused,
                    detail.equals(API_KEY) ? "[redacted]" : detail,
                    advice.replace("ROOT", root)));
  }

  @Test
  void answerOfAnotherServerIsNoAcceptance() {
    answer = "<html>welcome</html>";

    assertThat(submit().onlyLine())
        .isEqualTo(
            "defcore: POST %sreports: expected 200 but found 200: no compliance monitor: check"
                + " --monitor %s",
            root, root);
  }

  @Test
  void monitorThatIsNotThereIsSaidNotToAnswer() {
    server.stop(0);

    Said said = submit();

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine())
        .startsWith(
            "defcore: POST %sreports: expected an answer but found a refused connection"
                .formatted(root));
  }

  @Test
  void nothingIsSentWithoutAKeyAnApiKeyOrARealCloud() {
    Shell shell = new Shell(work);

    assertThat(shell.run(arguments()).onlyLine())
        .isEqualTo(
            "defcore: expected the API key of acme but found none: set DEFCORE_MONITOR_API_KEY, or"
                + " name a file by --api-key-file: see defcore submit --help");
    assertThat(shell.run(arguments("--api-key-file", "none")).onlyLine())
        .startsWith("defcore: --api-key-file: expected a file with the API key but found none");
    assertThat(shell.run(VARIABLES, arguments("--account", "a:b")).onlyLine())
        .startsWith("defcore: --account: expected a name without a colon but found \"a:b\"");
    assertThat(shell.run(VARIABLES, without("--simulated")).onlyLine())
        .startsWith("defcore: RUN: expected a run of a real cloud but found one of a simulated");
    shell.write("key", "none");
    assertThat(submit().onlyLine())
        .isEqualTo(
            "defcore: %s: expected a private key of OpenSSH, as ssh-keygen -t ed25519 makes it, but"
                + " found none",
            work.resolve("key"));
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://scm.example/",
    "https://anna:secret@scm.example/",
    "https://scm.example/?a=b",
    "scm",
    "a b"
  })
  void addressHasToBeOne(String url) {
    String[] arguments = arguments();
    arguments[3] = url;

    assertThat(new Shell(work).run(VARIABLES, arguments).onlyLine())
        .startsWith("defcore: --monitor: expected an HTTP address without login and query but")
        .doesNotContain("secret");
  }

  @Test
  void reportIsRefusedWithoutWhatItNeeds() {
    Shell shell = new Shell(work);

    assertThat(shell.run("report", "run", "--format", "scs").onlyLine())
        .isEqualTo(
            "defcore: --subject: expected the name of the cloud at the monitor but found none: see"
                + " defcore report --help");
    assertThat(shell.run("report", "run", "--subject", "acme").onlyLine())
        .startsWith("defcore: --subject: expected --format scs with it");
    assertThat(shell.run("report", "run", "--out", "file").onlyLine())
        .startsWith("defcore: --out: expected --format for one document with it");
    assertThat(shell.run("report", "run", "--format", "xml").onlyLine())
        .startsWith(
            "defcore: --format: expected one of files, scs, refstack, junit, csv, markdown, badge"
                + " but found \"xml\"");
    assertThat(shell.run("report", "run", "--format", "scs", "--subject", "a b").onlyLine())
        .startsWith("defcore: --subject: expected letters, digits and the characters - _ . but");
    assertThat(
            shell
                .run("report", "run", "--format", "scs", "--subject", "a", "--scope", "x")
                .onlyLine())
        .startsWith("defcore: --scope: expected a UUID but found \"x\"");
  }

  private static String login(String account) {
    return Base64.getEncoder()
        .encodeToString((account + ":" + API_KEY).getBytes(StandardCharsets.UTF_8));
  }

  private Said submit() {
    return new Shell(work).run(VARIABLES, arguments());
  }

  private String[] arguments(String... more) {
    return Stream.concat(
            Stream.of(
                "submit",
                "run",
                "--monitor",
                root,
                "--subject",
                "acme",
                "--key",
                "key",
                "--simulated"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private String[] without(String option) {
    return Stream.of(arguments()).filter(it -> !it.equals(option)).toArray(String[]::new);
  }
}
