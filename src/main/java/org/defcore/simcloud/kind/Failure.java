package org.defcore.simcloud.kind;

import java.util.Optional;

/**
 * The failure of an action that was accepted, which the answer cannot tell.
 *
 * @param event the one of the server's action that says so; absent if none ever does
 * @param fault with which the server ends in error; without one it is as it was before
 */
public record Failure(Optional<String> event, Optional<Fault> fault) {

  /** The fault of a server in error; {@code {name}} in the message stands for its name. */
  public record Fault(int code, String message) {

    public Fault of(String server) {
      return new Fault(code, message.replace("{name}", server));
    }
  }

  /** Leaves the server as it was before, and says so. */
  public static Failure harmless(String event) {
    return new Failure(Optional.of(event), Optional.empty());
  }

  /** Leaves the server as it was before without a word. */
  public static Failure unsaid() {
    return new Failure(Optional.empty(), Optional.empty());
  }

  static Failure breaking(String event, int code, String message) {
    return new Failure(Optional.of(event), Optional.of(new Fault(code, message)));
  }
}
