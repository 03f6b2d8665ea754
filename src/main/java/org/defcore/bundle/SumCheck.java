package org.defcore.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** Compares the parts of a bundle with its lists of sums: each part is on one and matches it. */
final class SumCheck {

  private final Function<String, byte[]> content;
  private final SortedMap<String, String> found;
  private final Set<String> listed = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param found the computed sum of each part
   */
  SumCheck(Function<String, byte[]> content, SortedMap<String, String> found) {
    this.content = content;
    this.found = found;
  }

  List<String> problems() {
    if (!found.containsKey(Sums.FILE)) {
      return List.of(Sums.FILE + ": missing: this is not a bundle");
    }
    compare(Sums.FILE, "");
    for (Tier tier : Tier.values()) {
      if (found.containsKey(tier.sums())) {
        compare(tier.sums(), tier.word() + "/");
      } else if (!tier.mayBeWithheld()) {
        problems.add(tier.sums() + ": missing");
      }
    }
    for (String part : found.keySet()) {
      if (!listed.contains(part) && !TopParts.isUnlisted(part)) {
        problems.add(part + ": extra part, not listed in any SHA256SUMS");
      }
    }
    return problems;
  }

  private void compare(String list, String folder) {
    Sums sums;
    try {
      sums = Sums.parse(content.apply(list), list);
    } catch (BundleException e) {
      problems.add(e.getMessage());
      return;
    }
    for (Map.Entry<String, String> line : sums.byName().entrySet()) {
      String part = folder + line.getKey();
      listed.add(part);
      String sum = found.get(part);
      if (sum == null) {
        if (!isWithheld(part)) {
          problems.add(part + ": missing, but listed in " + list);
        }
      } else if (!sum.equals(line.getValue())) {
        problems.add(part + ": does not match its sum in " + list);
      }
    }
  }

  /** Returns whether it is the list of a tier that is absent as a whole. */
  private boolean isWithheld(String part) {
    return Tier.holding(part)
        .filter(it -> it.mayBeWithheld() && part.equals(it.sums()))
        .filter(it -> found.keySet().stream().noneMatch(name -> name.startsWith(it.word() + "/")))
        .isPresent();
  }
}
