package org.defcore.cli.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Subcommands by name, in the order of the help. To make them all is most of the work of a short
 * command, so only the one that is called is made.
 *
 * @param commands annotated objects or command lines
 */
public record CommandTable(Map<String, Supplier<Object>> commands) {

  public CommandTable {
    commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
  }

  /**
   * Adds the subcommand that is called, or all of them, as help and messages about mistakes list
   * them, if it is none of these.
   */
  public CommandLine addTo(CommandLine line, Optional<String> called) {
    called
        .filter(commands::containsKey)
        .map(List::of)
        .orElseGet(() -> List.copyOf(commands.keySet()))
        .forEach(it -> line.addSubcommand(it, Objects.requireNonNull(commands.get(it)).get()));
    return line;
  }
}
