package org.defcore.store.kit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL of Debian's packages for the tests of this process: on loopback, with a folder of
 * its own, gone with the process even if that is killed.
 */
public final class PostgreSql {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String SCRIPT = "src/test/resources/store/postgresql.sh";

  private final int port;
  private final String secret;

  private PostgreSql(int port, String secret) {
    this.port = port;
    this.secret = secret;
  }

  /** Started by the first test that asks, and not at all if none does. */
  private static final class Shared {

    static final PostgreSql SERVER = start(newest().orElseThrow());

    private Shared() {}
  }

  /**
   * Makes an empty database for the tests of a class; skips them, with the reason, if PostgreSQL is
   * not installed.
   *
   * @return its JDBC URL, with user and password
   */
  public static String database(Class<?> tests) {
    assumeThat(newest()).as("no PostgreSQL in " + VERSIONS).isPresent();
    String name =
        tests.getSimpleName().toLowerCase(Locale.ROOT)
            + "_"
            + UUID.randomUUID().toString().substring(0, 8);
    PostgreSql server = Shared.SERVER;
    try (Connection connection = DriverManager.getConnection(server.url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be made: " + e.getMessage(), e);
    }
    return server.url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=defcore&password=%s"
        .formatted(port, database, secret);
  }

  private static Optional<Path> newest() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .filter(it -> it.getFileName().toString().matches("[0-9]+"))
          .map(it -> it.resolve("bin"))
          .filter(it -> Files.isExecutable(it.resolve("initdb")))
          .max(Comparator.comparingInt(PostgreSql::version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path bin) {
    return Integer.parseInt(bin.getParent().getFileName().toString());
  }

  private static PostgreSql start(Path bin) {
    PostgreSql server = new PostgreSql(freePort(), UUID.randomUUID().toString());
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to run as root, which may be whom the tests run as in a container.
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    command.addAll(List.of("sh", "-c", script(), "postgresql.sh", bin.toString()));
    command.addAll(List.of(String.valueOf(server.port), server.secret));
    try {
      // Its input stays open until this process ends.
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      StringBuilder before = new StringBuilder();
      for (String line = said.readLine(); !"started".equals(line); line = said.readLine()) {
        if (line == null) {
          throw new IllegalStateException("PostgreSQL did not start: " + before);
        }
        before.append(line).append('\n');
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text: its user may not be allowed to read the file. */
  private static String script() {
    try {
      return Files.readString(Path.of(SCRIPT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
