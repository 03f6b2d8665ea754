package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.http.RawServer;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clouds that nobody can log in to: exit code 4, or 2 where the configuration is to blame. */
class UnreachableCloudTest {

  private static final String SECRET = "s3cret-0f-anna";
  private static final String TOKENS = "/v3/auth/tokens: ";

  @TempDir private Path work;

  @Test
  void wrongPasswordIsRefused() {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      Shell shell =
          new Shell(work)
              .withClouds(cloud.cloudsYaml().replaceAll("password: .*", "password: " + SECRET));

      Said said = shell.run("run", "--os-cloud", "simulated", "--out", "out");

      assertThat(said.code()).isEqualTo(4);
      assertThat(said.onlyLine())
          .isEqualTo(
              "defcore: cloud 'simulated': login refused (401) at %s/auth/tokens: check"
                  + " auth.username and auth.password in clouds.yaml",
              cloud.authUrl())
          .doesNotContain(SECRET);
      assertThat(work.resolve("out")).as("a run that never began").doesNotExist();
    }
  }

  @Test
  void unknownCloudIsAnsweredWithThoseThereAre() {
    Said said = new Shell(work).withAcme("http://127.0.0.1:1/v3").run("plan", "--os-cloud", "acne");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: --os-cloud: expected one of acme (clouds.yaml) but found \"acne\": correct"
                + " it, or add that cloud");
  }

  @Test
  void withoutCloudsItSaysWhereItLooked() {
    Said said = new Shell(work).run("run", "--os-cloud", "acme");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .startsWith("defcore: expected a cloud but found no clouds.yaml in ., ~/.config/openstack")
        .endsWith(": write a clouds.yaml, or name one in OS_CLIENT_CONFIG_FILE");
  }

  @Test
  void brokenCloudsFileIsNamedWithTheLine() {
    Said said = new Shell(work).withClouds("clouds:\n  acme:\n   auth: [\n").run("plan");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).startsWith("defcore: clouds.yaml: ").contains("line ");
  }

  @Test
  void closedPortIsRefused() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    Said said = new Shell(work).withAcme("http://127.0.0.1:" + port + "/v3").run("plan");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine())
        .endsWith(
            TOKENS
                + "nothing listens at 127.0.0.1:%d: check auth.auth_url in clouds.yaml"
                    .formatted(port));
  }

  @Test
  void nameWithoutAnAddressIsNotKnown() {
    String host = "a".repeat(64) + ".invalid";

    Said said = new Shell(work).withAcme("http://" + host + ":5000/v3").run("plan");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine())
        .endsWith(TOKENS + "host " + host + " is not known: check auth.auth_url in clouds.yaml");
  }

  @Test
  void silenceIsWaitedForTenSecondsAtMost() throws Exception {
    try (RawServer silent =
            RawServer.talking(
                connection -> {
                  connection.request();
                  connection.hold();
                });
        Backlog full = new Backlog()) {
      CompletableFuture<Said> heard = planning("silent", silent.uri("/v3").toString());
      CompletableFuture<Said> unheard = planning("full", full.url());

      for (CompletableFuture<Said> planning : List.of(heard, unheard)) {
        Said said = planning.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.onlyLine())
            .containsPattern("POST http://127\\.0\\.0\\.1:\\d+/v3/auth/tokens: no answer from")
            .endsWith(" in time: check auth.auth_url in clouds.yaml and the way to it");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTML       | expected a JSON object with a token but found a body of type text/html
          half JSON  | expected a JSON object with a token but found JSON that is cut short or something else
          nothing    | expected a JSON object with a token but found an empty body
          500        | expected 201 but found 500: the identity service is failing; try later, or tell the operator
          redirects  | expected at most 5 redirects but found more than 5 redirects: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
          endless    | expected an answer of at most 16 MiB but found an answer longer than 16 MiB: check that auth.auth_url in clouds.yaml is an identity v3 endpoint
          no HTTP    | 127.0.0.1:PORT broke off before it answered: check auth.auth_url in clouds.yaml, https or http too
          hanging up | 127.0.0.1:PORT broke off before it answered: check auth.auth_url in clouds.yaml, https or http too
          """)
  void identityServiceThatIsNoneIsSaidInOneLine(String kind, String expected) throws IOException {
    try (RawServer server = RawServer.talking(connection -> talk(kind, connection))) {
      Said said = new Shell(work).withAcme(server.uri("/v3").toString()).run("run", "--out", "out");

      assertThat(said.code()).isEqualTo(4);
      assertThat(said.onlyLine())
          .startsWith("defcore: cloud 'acme': POST ")
          .contains(expected.replace("PORT", String.valueOf(server.uri("").getPort())))
          .doesNotContain(SECRET);
      assertThat(work.resolve("out")).doesNotExist();
    }
  }

  private static void talk(String kind, RawServer.Connection connection) throws IOException {
    for (String asked = connection.request(); !asked.isEmpty(); asked = connection.request()) {
      switch (kind) {
        case "HTML" -> connection.send(created("text/html", "<html>It works!</html>"));
        case "half JSON" -> connection.send(created("application/json", "{\"token\": {\"us"));
        case "nothing" -> connection.send(created("application/json", ""));
        case "500" -> connection.send(RawServer.status(500));
        case "redirects" -> connection.send(RawServer.status(307, "Location: /v3/auth/tokens"));
        case "endless" -> endless(connection);
        case "no HTTP" -> {
          connection.send("220 mail.example ESMTP\r\n");
          return;
        }
        default -> throw new IOException("hangs up");
      }
    }
  }

  private static String created(String type, String body) {
    return RawServer.ok(type, body).replace("200 OK", "201 Created\r\nX-Subject-Token: t0ken");
  }

  private static void endless(RawServer.Connection connection) throws IOException {
    connection.send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n{");
    byte[] blanks = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      connection.send(blanks);
    }
  }

  private CompletableFuture<Said> planning(String folder, String authUrl) throws IOException {
    Shell shell = new Shell(Files.createDirectory(work.resolve(folder))).withAcme(authUrl);
    return CompletableFuture.supplyAsync(() -> shell.run("plan"));
  }

  /** A port whose queue of connections is full, so that the next one is never made. */
  private static final class Backlog implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket();
    private final List<Socket> waiting = new ArrayList<>();

    Backlog() throws IOException {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(listening.getLocalSocketAddress(), 200);
        } catch (IOException e) {
          // That one found the queue full.
          return;
        }
      }
    }

    String url() {
      return "http://127.0.0.1:" + listening.getLocalPort() + "/v3";
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : waiting) {
        socket.close();
      }
      listening.close();
    }
  }
}
