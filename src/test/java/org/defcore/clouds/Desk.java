package org.defcore.clouds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user's folders and variables, below one temporary folder. */
final class Desk {

  private final Path root;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> answers = new HashMap<>();

  Desk(Path root) {
    this.root = root;
  }

  /** {@code work/clouds.yaml}, {@code home/.config/openstack/clouds.yaml}, {@code etc/…}. */
  Path write(String path, String... lines) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Desk set(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** An answer on the terminal, to that question, once. */
  Desk answer(String question, String typed) {
    answers.put(question, typed);
    return this;
  }

  CloudConfigs configs() {
    return new CloudConfigs(
        new Environment(
            variables,
            root.resolve("work"),
            root.resolve("home"),
            List.of(root.resolve("etc/openstack")),
            question -> Optional.ofNullable(answers.remove(question))));
  }

  CloudConfig load() {
    return configs().load(Optional.empty());
  }

  CloudConfig load(String name) {
    return configs().load(Optional.of(name));
  }

  /** Writes a cloud that knows its users by an OpenID provider. */
  Desk federated(String cloud, String type, String auth) {
    write(
        "work/clouds.yaml",
        "clouds:",
        "  acme:",
        "    auth_type: " + type,
        "    auth: {auth_url: '" + cloud + "/v3', project_id: p1, protocol: openid,",
        "      identity_provider: my idp, " + auth + "}");
    return this;
  }

  /** A cloud that is complete, with more lines in it. */
  static String[] cloud(String name, String... more) {
    String head =
        """
        clouds:
          %s:
            auth:
              auth_url: https://%s.example/v3
              username: anna
              password: s3cret
              project_name: demo
              domain_name: Default"""
            .formatted(name, name);
    StringBuilder text = new StringBuilder(head);
    for (String line : more) {
      text.append("\n    ").append(line);
    }
    return new String[] {text.toString()};
  }

  /**
   * A file with cloud {@code acme} and {@code acme-alt}, whose address, user and project are given.
   */
  static String[] two(String secondUrl, String user, String project) {
    return new String[] {
      "clouds:",
      "  acme:",
      "    auth: {auth_url: 'https://a.example/v3/', username: anna, password: p,",
      "      project_name: one, domain_id: default}",
      "  acme-alt:",
      "    auth: {auth_url: '" + secondUrl + "', username: " + user + ", password: q,",
      "      project_name: " + project + ", domain_id: default}"
    };
  }
}
