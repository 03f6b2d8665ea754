package org.defcore.foreign;

/** Room for all texts that are kept of one import, so that a source cannot fill the memory. */
final class TextBudget {

  private int left;

  /**
   * @param most characters
   */
  TextBudget(int most) {
    this.left = most;
  }

  /** Takes room if there is as much. */
  boolean take(int characters) {
    if (characters > left) {
      return false;
    }
    left -= characters;
    return true;
  }
}
