package org.defcore.cli.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.desk.Installation;

/** The commands about the store. */
public final class StoreCommands {

  private StoreCommands() {}

  /**
   * By name, in the order of the help.
   *
   * @param second word of the command line, which may be a subcommand
   */
  public static Map<String, Supplier<Object>> all(
      Installation installation, Optional<String> second) {
    return Map.of("store", () -> StoreCommand.line(installation, second));
  }
}
