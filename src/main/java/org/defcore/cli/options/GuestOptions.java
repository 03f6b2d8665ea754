package org.defcore.cli.options;

import java.util.Objects;
import java.util.Optional;
import org.defcore.kit.GuestAccess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for logging in to guests. */
public final class GuestOptions {

  private static final int HIGHEST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Optional<String> user = Optional.empty();
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--guest-ssh",
      paramLabel = "USER",
      description =
          "Guests can be reached: log in by SSH at their first fixed address (floating ones are not"
              + " offered) as this user of the image, with a key made for the run. Without it, tests"
              + " that log in are skipped.")
  void user(String name) {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,31}")) {
      throw bad("--guest-ssh: expected the name of a user but found \"" + name + "\"");
    }
    user = Optional.of(name);
  }

  @Option(
      names = "--guest-port",
      paramLabel = "PORT",
      description = "Port of SSH in guests. Default: 22.")
  void port(int number) {
    if (number < 1 || number > HIGHEST_PORT) {
      throw bad("--guest-port: expected 1 to " + HIGHEST_PORT + " but found " + number);
    }
    port = Optional.of(number);
  }

  /** Absent if guests cannot be reached. */
  public Optional<GuestAccess> access() {
    if (user.isEmpty() && port.isPresent()) {
      throw bad("--guest-port: expected --guest-ssh beside it but found it alone");
    }
    return user.map(it -> new GuestAccess(it, port.orElse(GuestAccess.USUAL_PORT)));
  }

  private ParameterException bad(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
