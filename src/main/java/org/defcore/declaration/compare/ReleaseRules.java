package org.defcore.declaration.compare;

import java.util.List;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/** The declared release, compared with the versions of services, which only newer code raises. */
final class ReleaseRules {

  private ReleaseRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    List<ReleaseSign> signs = ReleaseSign.in(observed);
    return UpstreamRelease.SERVICES.stream()
        .filter(it -> declaration.service(it.word()).isPresent())
        .flatMap(it -> compare(declaration, it, signs, observed).stream())
        .toList();
  }

  private static Optional<ComparedFact> compare(
      Declaration declaration, Service service, List<ReleaseSign> signs, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact(
            "OpenStack release, by its " + service.word() + " API",
            declaration.product().release());
    return signs.stream()
        .filter(it -> it.service() == service)
        .findFirst()
        .map(it -> compare(claim, it))
        .or(() -> silent(claim, service, observed));
  }

  /** Nothing for services that many clouds have without a version of their own. */
  private static Optional<ComparedFact> silent(
      DeclaredFact claim, Service service, ObservedFacts observed) {
    return service == Service.COMPUTE || service == Service.VOLUME
        ? Optional.of(
            claim.unobservable(
                observed.whyNot(
                    FactNames.highestMicroversion(service.word()),
                    "The service was not asked, or announced no microversions.")))
        : Optional.empty();
  }

  private static ComparedFact compare(DeclaredFact claim, ReleaseSign sign) {
    Optional<UpstreamRelease> release = UpstreamRelease.named(claim.declared());
    if (release.isEmpty()) {
      return claim.unobservable(
          "Nothing is known here of a release called " + claim.declared() + ".");
    }
    return sign.allows(release.get())
        ? claim.matches(sign.fact(), fitting(sign))
        : claim.contradicts(sign.fact(), contradicting(release.get(), sign));
  }

  private static String fitting(ReleaseSign sign) {
    String known = UpstreamRelease.words(sign.releases());
    return sign.service() == Service.NETWORK
        ? "Its extension %s is in %s.".formatted(sign.version(), known)
        : "The API goes up to %s in %s.".formatted(sign.version(), known);
  }

  private static String contradicting(UpstreamRelease release, ReleaseSign sign) {
    String known = UpstreamRelease.words(sign.releases());
    return sign.service() == Service.NETWORK
        ? "%s has no extension %s, which is in %s."
            .formatted(release.label(), sign.version(), known)
        : "The API of %s goes up to %s, and this one to %s, as in %s."
            .formatted(
                release.label(),
                String.join(" or ", release.of(sign.service())),
                sign.version(),
                known);
  }
}
