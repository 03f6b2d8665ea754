package org.defcore.cli.bundle;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.defcore.bundle.Tier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option for the tiers of a bundle. */
final class TierOption {

  private static final String TIER = "--tier";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Set<Tier> tiers = EnumSet.allOf(Tier.class);

  @Option(
      names = TIER,
      paramLabel = "TIERS",
      description =
          "Tiers, of public, reviewer and private, with commas between; public has to be among them."
              + " Default: all.")
  void tiers(String words) {
    EnumSet<Tier> named = EnumSet.noneOf(Tier.class);
    for (String word : words.split(",", -1)) {
      named.add(
          Tier.parse(word)
              .orElseThrow(
                  () ->
                      refused(
                          "expected one of %s but found \"%s\""
                              .formatted(String.join(", ", Tier.words()), word))));
    }
    if (!named.contains(Tier.PUBLIC)) {
      throw refused("expected public among the tiers but found \"" + words + "\"");
    }
    tiers = named;
  }

  Set<Tier> tiers() {
    return tiers;
  }

  private ParameterException refused(String message) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(), TIER + ": " + message);
  }
}
