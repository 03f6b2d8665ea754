package org.defcore.runner;

import java.util.List;

/**
 * A selection that takes no test, or has entries that take none. The message lists them, one a line
 * if there are several, and the choices.
 */
public final class SelectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SelectionException(String message) {
    super(message);
  }

  /**
   * @param idle what takes no test, as the user wrote it
   * @param where the guideline, and what it offers
   */
  SelectionException(List<String> idle, String where) {
    super(
        idle.size() == 1
            ? idle.get(0) + " takes no test of " + where
            : idle.size()
                + " entries take no test of "
                + where
                + "\n  "
                + String.join("\n  ", idle));
  }
}
