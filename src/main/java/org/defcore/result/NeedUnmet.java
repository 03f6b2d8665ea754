package org.defcore.result;

/** A need that only the cloud's refusal shows to be unmet: the test is skipped, not failed. */
public final class NeedUnmet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param need its kind, as the catalogue writes it: {@code zone-parent}
   * @param reason what is missing and what to do, one line for people
   */
  public NeedUnmet(String need, String reason) {
    super(reason);
    this.code = "no-" + need;
  }

  /** Code of the skipped test: {@code no-zone-parent}. */
  public String code() {
    return code;
  }
}
