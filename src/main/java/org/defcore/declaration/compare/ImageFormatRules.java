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
    Optional<Fact> booted =
        observed.fact("time.server.boot").flatMap(it -> observed.fact("image.disk-format"));
    List<ComparedFact> compared = new ArrayList<>();
    for (String format : declared) {
      Optional<Fact> proof = booted.filter(it -> it.value().equalsIgnoreCase(format));
      compared.add(
          proof.isPresent()
              ? claim(format).matches(proof.get(), "A server booted from an image of it.")
              : claim(format).undecided(seen.get(), presence(formats, format)));
    }
    formats.stream()
        .filter(it -> declared.stream().noneMatch(it::equalsIgnoreCase))
        .forEach(it -> compared.add(undeclared(it, booted, seen.get())));
    return compared;
  }

  private static String presence(List<String> formats, String format) {
    return formats.contains(format.toLowerCase(Locale.ROOT))
        ? "There are images of it, from which the run booted no server."
        : "There is no image of it.";
  }

  private static ComparedFact undeclared(String format, Optional<Fact> booted, Fact seen) {
    DeclaredFact claim = new DeclaredFact("Image format " + format, "does not boot");
    return booted
        .filter(it -> it.value().equalsIgnoreCase(format))
        .map(it -> claim.contradicts(it, "A server booted from an image of it."))
        .orElseGet(
            () ->
                claim.undecided(seen, "That there are images of it does not say that they boot."));
  }

  private static DeclaredFact claim(String format) {
    return new DeclaredFact("Image format " + format, "boots");
  }
}
