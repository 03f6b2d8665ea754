package org.defcore.guideline.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.guideline.EditDistance;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Rule;
import org.defcore.guideline.library.GuidelineLibrary.Group;
import org.defcore.guideline.read.Layout;

/** Spellings of the names of guidelines, and suggestions for names that do not exist. */
final class GuidelineNames {

  private static final Pattern ID = Pattern.compile("(?:[a-z-]+\\.)?(?:\\d{4}\\.\\d{2}|next)");

  private GuidelineNames() {}

  static String withoutExtension(String file) {
    return file.endsWith(".json") ? file.substring(0, file.length() - 5) : file;
  }

  /**
   * Returns whether the name has the form that the process gives: a cycle, with or without a
   * series.
   */
  static boolean isId(String name) {
    return ID.matcher(name).matches();
  }

  /** A finding if the id of a guideline differs from the name of its file. */
  static Optional<Finding> check(Guideline guideline, String name) {
    return guideline.id().equals(name)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Rule.FILE_NAME,
                Finding.Severity.ODDITY,
                Layout.of(guideline).id(),
                "expected \""
                    + name
                    + "\" as the file is named but found \""
                    + guideline.id()
                    + "\""));
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
            Comparator.comparingInt((String it) -> EditDistance.between(name, it))
                .thenComparing(Comparator.reverseOrder()))
        .toList();
  }
}
