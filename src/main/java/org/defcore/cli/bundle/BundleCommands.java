package org.defcore.cli.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.desk.Installation;

/** The commands that are about bundles. */
public final class BundleCommands {

  private BundleCommands() {}

  /**
   * By name, in the order of the help.
   *
   * @param second word of the command line, which may be a subcommand
   */
  public static Map<String, Supplier<Object>> all(
      Installation installation, Optional<String> second) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("bundle", () -> BundleCommand.line(installation, second));
    all.put("verify", () -> new VerifyCommand(installation));
    all.put("key", () -> new KeyCommand(installation));
    return all;
  }
}
