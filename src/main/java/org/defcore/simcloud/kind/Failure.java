package org.defcore.simcloud.kind;

import java.util.Optional;

/**
 * What comes of a deed that is accepted and then fails, out of sight of who asked.
 *
 * @param event the one of the server's action that says so
 * @param fault with which the server ends in error; without one it is as it was before
 */
public record Failure(String event, Optional<Fault> fault) {

  /** What a server in error tells; {@code {name}} in the message stands for the server's name. */
  public record Fault(int code, String message) {

    public Fault of(String server) {
      return new Fault(code, message.replace("{name}", server));
    }
  }

  static Failure harmless(String event) {
    return new Failure(event, Optional.empty());
  }

  static Failure breaking(String event, int code, String message) {
    return new Failure(event, Optional.of(new Fault(code, message)));
  }
}
