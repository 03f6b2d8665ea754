package org.defcore.guideline;

import java.util.Comparator;
import java.util.List;
import org.defcore.guideline.GuidelineLibrary.Group;

/** How people write the names of guidelines, and which name they may have meant. */
final class GuidelineNames {

  private GuidelineNames() {}

  static String withoutExtension(String file) {
    return file.endsWith(".json") ? file.substring(0, file.length() - 5) : file;
  }

  /** The plain name, if what was written can mean a guideline of that group. */
  static List<String> plain(String written, Group group) {
    String name = withoutExtension(written);
    int slash = name.indexOf('/');
    if (slash < 0) {
      return List.of(name);
    }
    String prefix = name.substring(0, slash);
    boolean fits =
        switch (group) {
          case POWERED -> false;
          case ADD_ON -> prefix.equals("add-on") || prefix.equals("add-ons");
          case VERTICAL -> prefix.equals("vertical") || prefix.equals("verticals");
        };
    return fits ? List.of(name.substring(slash + 1)) : List.of();
  }

  static List<String> nearestFirst(String written, List<String> names) {
    String name = withoutExtension(written.substring(written.lastIndexOf('/') + 1));
    return names.stream()
        .sorted(
            Comparator.comparingInt((String it) -> distance(name, it))
                .thenComparing(Comparator.reverseOrder()))
        .toList();
  }

  /** Levenshtein's: how many characters must be added, dropped or exchanged. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
