package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** Declared image formats, compared with those of the existing images. */
final class ImageFormatRules {

  private static final String FORMATS = FactNames.DISK_FORMATS;

  private ImageFormatRules() {}

  static List<ComparedFact> compare(List<String> declared, ObservedFacts observed) {
    Optional<Fact> seen = observed.fact(FORMATS);
    if (seen.isEmpty()) {
      String why = observed.whyNot(FactNames.IMAGE_ID, "The run did not look at images.");
      return declared.stream().map(it -> claim(it).unobservable(why)).toList();
    }
    List<String> formats = List.of(seen.get().value().split(" ", -1));
    List<ComparedFact> compared = new ArrayList<>();
    for (String format : declared) {
      compared.add(
          formats.contains(format.toLowerCase(Locale.ROOT))
              ? claim(format).matches(seen.get(), "There are images of it to boot from.")
              : claim(format).undecided(seen.get(), "There is no image of it to boot from."));
    }
    formats.stream()
        .filter(it -> declared.stream().noneMatch(it::equalsIgnoreCase))
        .forEach(
            it ->
                compared.add(
                    new DeclaredFact("Image format " + it, "does not boot")
                        .contradicts(
                            seen.get(),
                            "There are images of it, and it is not declared to boot.")));
    return compared;
  }

  private static DeclaredFact claim(String format) {
    return new DeclaredFact("Image format " + format, "boots");
  }
}
