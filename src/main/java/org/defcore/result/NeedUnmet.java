package org.defcore.result;

import java.util.Locale;

/** A need that only the cloud's refusal shows to be unmet: the test is skipped, not failed. */
public final class NeedUnmet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ChosenFact need;

  /**
   * @param need of the same name in the catalogue
   * @param reason what is missing and what to do, one line for people
   */
  public NeedUnmet(ChosenFact need, String reason) {
    super(reason);
    this.need = need;
  }

  /** Code of the skipped test: {@code no-zone-parent}. */
  public String code() {
    return "no-" + need.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
