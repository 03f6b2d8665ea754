package org.defcore.declaration.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/**
 * The release by the answers of one service.
 *
 * @param version the greatest that the service announces; of the network service its newest
 *     extension
 * @param fact that tells it
 * @param releases with that version, the oldest one first; none if it is unknown here
 */
public record ReleaseSign(
    Service service, String version, Fact fact, List<UpstreamRelease> releases) {

  private static final Pattern NUMBER = Pattern.compile("v?(\\d{1,4}\\.\\d{1,4})");

  /** Ceph's gateway tells its own version in the same place, which is no sign. */
  private static final Pattern SWIFT = Pattern.compile("([12]\\.\\d{1,4})(?:\\D.*)?");

  public ReleaseSign {
    releases = List.copyOf(releases);
  }

  /** The signs of all services that gave one, compute's first. */
  static List<ReleaseSign> in(ObservedFacts observed) {
    return UpstreamRelease.SERVICES.stream().flatMap(it -> of(it, observed).stream()).toList();
  }

  private static Optional<ReleaseSign> of(Service service, ObservedFacts observed) {
    return switch (service) {
      case COMPUTE, VOLUME ->
          numbered(service, NUMBER, observed.fact(FactNames.highestMicroversion(service.word())));
      case IMAGE, IDENTITY -> announced(service, observed);
      case OBJECT_STORE -> numbered(service, SWIFT, observed.fact(FactNames.SWIFT_VERSION));
      case NETWORK -> extended(observed);
      case DNS, ORCHESTRATION -> Optional.empty();
    };
  }

  private static Optional<ReleaseSign> numbered(
      Service service, Pattern form, Optional<Fact> fact) {
    return fact.flatMap(
        it -> {
          Matcher matcher = form.matcher(it.value());
          return matcher.matches()
              ? Optional.of(exactly(service, matcher.group(1), it))
              : Optional.empty();
        });
  }

  /** Its versions are in their order, the greatest one last. */
  private static Optional<ReleaseSign> announced(Service service, ObservedFacts observed) {
    Optional<Fact> fact = observed.fact(FactNames.versions(service.word()));
    return fact.flatMap(
        it ->
            Arrays.stream(it.value().split(" ", -1))
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .reduce((first, second) -> second)
                .map(version -> exactly(service, version, it)));
  }

  private static ReleaseSign exactly(Service service, String version, Fact fact) {
    return new ReleaseSign(
        service,
        version,
        fact,
        UpstreamRelease.ALL.stream().filter(it -> it.of(service).contains(version)).toList());
  }

  /** An extension that is not there tells nothing: whether one is offered is configured. */
  private static Optional<ReleaseSign> extended(ObservedFacts observed) {
    List<UpstreamRelease> all = UpstreamRelease.ALL;
    for (int at = all.size() - 1; at >= 0; at--) {
      for (String alias : all.get(at).of(Service.NETWORK)) {
        Optional<Fact> fact = observed.fact(FactNames.networkExtension(alias));
        if (fact.isPresent()) {
          List<UpstreamRelease> since = all.subList(at, all.size());
          return Optional.of(new ReleaseSign(Service.NETWORK, alias, fact.get(), since));
        }
      }
    }
    return Optional.empty();
  }

  /** The service as files write it. */
  public String word() {
    return service.word();
  }

  boolean allows(UpstreamRelease release) {
    return releases.contains(release);
  }

  /** Returns whether no release has both. */
  boolean contradicts(ReleaseSign other) {
    return releases.stream().noneMatch(other::allows);
  }
}
