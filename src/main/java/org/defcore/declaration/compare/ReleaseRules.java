package org.defcore.declaration.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.MicroversionNumber;
import org.defcore.result.Fact;

/** The declared release, compared with the newest microversions, which only newer code raises. */
final class ReleaseRules {

  private ReleaseRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    String release = declaration.product().release();
    return Stream.of("compute", "volume")
        .filter(it -> declaration.service(it).isPresent())
        .map(
            it ->
                compare(
                    new DeclaredFact("OpenStack release, by its " + it + " API", release),
                    it,
                    observed))
        .toList();
  }

  private static ComparedFact compare(DeclaredFact claim, String service, ObservedFacts observed) {
    Optional<UpstreamRelease> release = UpstreamRelease.named(claim.declared());
    if (release.isEmpty()) {
      return claim.unobservable(
          "Nothing is known here of a release called " + claim.declared() + ".");
    }
    String name = service + ".microversion.max";
    Optional<Fact> fact = observed.fact(name);
    Optional<MicroversionNumber> seen = fact.map(Fact::value).flatMap(MicroversionNumber::parse);
    if (fact.isEmpty() || seen.isEmpty()) {
      return claim.unobservable(
          observed.whyNot(name, "The service was not asked, or announced no microversions."));
    }
    MicroversionNumber expected = release.get().newest(service).orElseThrow();
    String known = UpstreamRelease.withNewest(service, seen.get());
    if (seen.get().equals(expected)) {
      return claim.matches(fact.get(), "The API goes up to %s in %s.".formatted(expected, known));
    }
    return claim.contradicts(
        fact.get(),
        "The API of %s goes up to %s, and this one to %s, as in %s."
            .formatted(
                release.get().label(),
                expected,
                seen.get(),
                known.isEmpty() ? "no release known here" : known));
  }
}
