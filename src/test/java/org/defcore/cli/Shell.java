package org.defcore.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defcore.desk.Installation;
import org.defcore.desk.ProgramFiles;
import org.defcore.simcloud.SimulatedCloud;

/**
 * The program as a user meets it: arguments in, exit code and output back. It knows no environment
 * but its own folder, which is also the user's home.
 *
 * @param own files of the program
 * @param work where it is started; its {@code clouds.yaml} is found there
 */
public record Shell(ProgramFiles own, Path work) {

  private static final ProgramFiles SOURCE_TREE = new ProgramFiles(Path.of("").toAbsolutePath());

  /** The program of the source tree. */
  public Shell(Path work) {
    this(SOURCE_TREE, work);
  }

  /** Exit code and output of a command. */
  public record Said(int code, String out, String err) {

    /** The line that ends a command which did not work out; there must be exactly one. */
    public String error() {
      List<String> lines = err.lines().filter(it -> it.startsWith("defcore: ")).toList();
      if (lines.size() != 1 || err.contains("\tat ")) {
        throw new AssertionError("expected one line of error but found: " + err);
      }
      return lines.get(0);
    }

    /** The error line of a command that prints nothing else. */
    public String onlyLine() {
      if (!out.isEmpty() || err.lines().count() != 1) {
        throw new AssertionError("expected one line of error but found: " + out + err);
      }
      return error();
    }
  }

  public Said run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /** As {@link #run(String...)}, with more in the environment. */
  public Said run(Map<String, String> variables, String... arguments) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("HOME", work.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Installation here = new Installation(own, work, environment);
    int code =
        Main.commandLine(here, new PrintWriter(out), new PrintWriter(err), arguments)
            .execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }

  /** Writes {@code clouds.yaml} for that cloud. */
  public Shell with(SimulatedCloud cloud) {
    return withClouds(cloud.cloudsYaml());
  }

  /** Writes {@code clouds.yaml} with a cloud {@code acme} at that identity endpoint. */
  public Shell withAcme(String authUrl, String... more) {
    return withClouds(
        """
        clouds:
          acme:
            auth:
              auth_url: %s
              username: anna
              password: s3cret-0f-anna
              project_name: demo
              user_domain_name: Default
              project_domain_name: Default
        """
                .formatted(authUrl)
            + String.join("", List.of(more).stream().map(it -> "    " + it + "\n").toList()));
  }

  public Shell withClouds(String yaml) {
    write("clouds.yaml", yaml);
    return this;
  }

  /** A file in the folder. */
  public Path write(String name, String content) {
    try {
      return Files.writeString(work.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String name) {
    try {
      return Files.readString(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
