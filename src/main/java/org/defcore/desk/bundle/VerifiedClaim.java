package org.defcore.desk.bundle;

/**
 * One claim of a bundle and what was found of it.
 *
 * @param subject of it, {@code signature}
 * @param words what was checked, or what is wrong
 */
public record VerifiedClaim(String subject, Standing standing, String words) {

  /** The result of the check. */
  public enum Standing {
    OK("ok"),
    /** Said, and no ground to refuse. */
    NOTE("note"),
    REFUSED("REFUSED");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public String line() {
    return "%s: %s: %s".formatted(subject, standing.word(), words);
  }
}
