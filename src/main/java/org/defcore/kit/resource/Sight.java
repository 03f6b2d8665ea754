package org.defcore.kit.resource;

/**
 * One look at a resource.
 *
 * @param found what came back, as messages say it
 * @param name that the cloud gives it; empty if it has none or is not there
 */
public record Sight(Presence presence, String found, String name) {

  /** The ways in which a resource can be there, or not. */
  public enum Presence {
    THERE,
    /** In a state of error, with nothing going on: a deletion that was accepted came to nothing. */
    STUCK,
    /** Deleted for its owner, and kept by the cloud for a while. */
    KEPT,
    GONE,
    /** The answer tells nothing about it. */
    UNTOLD
  }

  static final Sight GONE = new Sight(Presence.GONE, "404", "");

  static Sight untold(String found) {
    return new Sight(Presence.UNTOLD, found, "");
  }

  public boolean isGone() {
    return presence == Presence.GONE;
  }

  /** Returns whether waiting alone changes nothing any more. */
  public boolean isSettled() {
    return isGone() || presence == Presence.STUCK || presence == Presence.KEPT;
  }

  @Override
  public String toString() {
    return found;
  }
}
