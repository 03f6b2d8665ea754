package org.defcore.clouds;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything outside the files that decides which cloud is meant.
 *
 * @param variables the environment
 * @param directory where the program was started
 * @param home of the user, for {@code ~}
 * @param site where files for all users are, {@code /etc/openstack}
 * @param terminal answers a question without showing the answer; empty if nobody can be asked
 */
public record Environment(
    Map<String, String> variables,
    Path directory,
    Path home,
    List<Path> site,
    Function<String, Optional<String>> terminal) {

  public Environment {
    variables = Map.copyOf(variables);
    site = List.copyOf(site);
  }

  /** With the site folders that every OpenStack tool looks into. */
  public static Environment of(Map<String, String> variables, Path directory, Path home) {
    return new Environment(
        variables,
        directory,
        home,
        List.of(Path.of("/etc/xdg/openstack"), Path.of("/etc/openstack")),
        Environment::ask);
  }

  private static Optional<String> ask(String question) {
    return Optional.ofNullable(System.console())
        .map(it -> it.readPassword("%s: ", question))
        .map(String::valueOf)
        .filter(it -> !it.isBlank());
  }

  /** The same without one variable. */
  Environment without(String variable) {
    Map<String, String> others = new HashMap<>(variables);
    others.remove(variable);
    return new Environment(others, directory, home, site, terminal);
  }

  /** A variable that is set to more than blanks. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(it -> !it.isBlank());
  }

  /** The folders to search for files, nearest first. */
  Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(directory);
    variable("XDG_CONFIG_HOME").map(it -> resolve(it).resolve("openstack")).ifPresent(folders::add);
    folders.add(home.resolve(".config").resolve("openstack"));
    folders.addAll(site);
    return folders;
  }

  /** A path as a user writes it: {@code ~} is the home, a relative one starts at the directory. */
  Path resolve(String written) {
    if (written.equals("~")) {
      return home;
    }
    return written.startsWith("~/")
        ? home.resolve(written.substring(2))
        : directory.resolve(written);
  }

  /** A path as a user would write it. */
  String shown(Path path) {
    if (path.startsWith(directory) && path.getNameCount() == directory.getNameCount() + 1) {
      return directory.relativize(path).toString();
    }
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }
}
