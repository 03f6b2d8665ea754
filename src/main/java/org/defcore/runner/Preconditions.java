package org.defcore.runner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.capability.Need;
import org.defcore.capability.Offer;
import org.defcore.clouds.Credentials;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/**
 * The preconditions that a cloud and its configuration meet, so that a test whose needs are not met
 * is skipped before it creates anything. Needs are judged only here.
 */
public final class Preconditions {

  /** Begins the name of the fact that a service can be reached: {@code service.compute}. */
  static final String SERVICE = "service.";

  /** Name of the fact that the user logs in by password. */
  static final String PASSWORD = "login.password";

  /** Name of the fact that a user of a second project is configured. */
  static final String SECOND_PROJECT = "second-project.cloud";

  /** Name of the fact that a user is configured whose password may be changed. */
  static final String DISPOSABLE_USER = "disposable-user.cloud";

  /** Name of the fact that somebody said whom guests let in. */
  static final String GUEST_ACCESS = "guest.user";

  private final Map<String, Fact> facts;

  /**
   * @param facts what was discovered, and what the configuration says under the names above
   */
  public Preconditions(List<Fact> facts) {
    this.facts =
        facts.stream().collect(Collectors.toUnmodifiableMap(Fact::name, Function.identity()));
  }

  /** Combines discovered facts, the services in the catalogue, and the inputs of the order. */
  static Preconditions of(RunOrder order, CloudAccess access, List<Fact> discovered) {
    Stream<Fact> services =
        Service.words().stream()
            .flatMap(
                word ->
                    access.member().catalogue().endpoint(word).stream()
                        .map(it -> new Fact(SERVICE + word, it.toString(), "catalogue")));
    Stream<Fact> broken =
        Service.words().stream()
            .flatMap(
                word ->
                    access.member().catalogue().broken(word).stream()
                        .map(
                            it ->
                                new Fact(FactNames.unavailable(SERVICE + word), it, "catalogue")));
    Stream<Fact> password =
        Stream.of(order.cloud())
            .filter(it -> it.credentials().method() == Credentials.Method.PASSWORD)
            .map(it -> new Fact(PASSWORD, "yes", it.source()));
    Stream<Fact> disposable =
        order.disposable().stream().map(it -> new Fact(DISPOSABLE_USER, it.name(), it.source()));
    Stream<Fact> second =
        order.second().stream().map(it -> new Fact(SECOND_PROJECT, it.name(), it.source()));
    Stream<Fact> guests =
        order.guests().stream().map(it -> new Fact(GUEST_ACCESS, it.user(), "--guest-ssh"));
    return new Preconditions(
        Stream.of(discovered.stream(), services, broken, password, disposable, second, guests)
            .flatMap(it -> it)
            .toList());
  }

  /** The part that nobody can see. */
  static List<Fact> declared(Offer offer) {
    return offer.facts().entrySet().stream()
        .map(it -> new Fact(it.getKey(), it.getValue(), "declaration"))
        .toList();
  }

  /** The state of a need. */
  public enum Standing {
    MET,
    MISSING,
    /** The cloud was asked, and what came back answers nothing. */
    UNTOLD,
    /** Only the test can find out. */
    UNKNOWN
  }

  /**
   * A need as this cloud meets it.
   *
   * @param value what was found; empty if nothing was
   * @param source what told it; empty if nothing did
   * @param reason what is missing or cannot be told, one line for people; else empty
   */
  public record Judged(Standing standing, String value, String source, String reason) {

    private static Judged missing(String reason) {
      return new Judged(Standing.MISSING, "", "", reason);
    }
  }

  /** Says how it stands with a need, and what tells. */
  Judged judge(Need need) {
    Optional<Fact> silence =
        service(need)
            .flatMap(it -> Optional.ofNullable(facts.get(FactNames.unavailable(it))))
            .filter(Fact::tellsNothing);
    return silence.isPresent() ? because(silence.get()) : answered(need);
  }

  private Judged answered(Need need) {
    String detail = need.detail();
    return switch (need.kind()) {
      case SERVICE -> chosen(SERVICE + detail, "the cloud offers no service " + detail);
      case EXTENSION ->
          fact(FactNames.networkExtension(detail))
              .or(() -> untold(FactNames.NETWORK_EXTENSIONS))
              .orElse(Judged.missing("the network service has no extension " + detail));
      case FEATURE -> feature(detail);
      case RESOURCE_TYPE ->
          listed(
              FactNames.RESOURCE_TYPES,
              detail,
              "the orchestration service has no resource type " + detail);
      case HIDING_TAG ->
          chosen(
              FactNames.HIDING_TAG, "the tag that hides stacks is unknown; pass --hiding-tag TAG");
      case MICROVERSION -> microversion(detail);
      case IMAGE -> chosen(FactNames.IMAGE_ID, "the project has no active image");
      case SECOND_IMAGE ->
          second(
              FactNames.SECOND_IMAGE_ID,
              FactNames.IMAGE_ID,
              "the project has no second active image");
      case FLAVOR -> flavor();
      case SECOND_FLAVOR ->
          second(
              FactNames.SECOND_FLAVOR_ID, FactNames.FLAVOR_ID, "the project has no second flavor");
      case NETWORK -> chosen(FactNames.NETWORK_ID, "the project has no network for servers");
      case EXTERNAL_NETWORK ->
          second(
              FactNames.EXTERNAL_NETWORK_ID,
              FactNames.NETWORK_ID,
              "the project has no external network");
      case PASSWORD ->
          chosen(PASSWORD, "the configured user does not use a password; use auth_type password");
      case SECOND_PROJECT ->
          chosen(SECOND_PROJECT, "no second project is configured; pass --second-cloud CLOUD");
      case DISPOSABLE_USER ->
          chosen(
              DISPOSABLE_USER, "no disposable user is configured; pass --disposable-cloud CLOUD");
      case PASSWORD_HISTORY ->
          chosen(FactNames.PASSWORD_HISTORY, "no password history is declared");
      case LOCKOUT -> chosen(FactNames.LOCKOUT_ATTEMPTS, "no lockout is declared");
      case GUEST_ACCESS ->
          chosen(GUEST_ACCESS, "guest login is not enabled; pass --guest-ssh USER");
      case ADMIN -> Judged.missing("requires admin rights, which tests never have");
      case RESELLER_ADMIN ->
          Judged.missing("requires rights over all object store accounts, which tests never have");
      case ZONE_PARENT ->
          fact(FactNames.ZONE_PARENT).orElse(new Judged(Standing.UNKNOWN, "", "", ""));
      case SETTING -> new Judged(Standing.UNKNOWN, "", "", "");
      case QUOTA -> volumeQuota().judge(detail);
    };
  }

  /** The service whose facts tell of a need; empty if it is none of a service's. */
  static Optional<String> service(Need need) {
    return switch (need.kind()) {
      case SERVICE -> Optional.of(need.detail());
      case MICROVERSION -> Optional.of(need.detail().replaceFirst(" .*", ""));
      case IMAGE, SECOND_IMAGE -> Optional.of(Service.IMAGE.word());
      case FLAVOR, SECOND_FLAVOR -> Optional.of(Service.COMPUTE.word());
      case NETWORK, EXTERNAL_NETWORK, EXTENSION -> Optional.of(Service.NETWORK.word());
      case FEATURE -> Optional.of(Service.OBJECT_STORE.word());
      case RESOURCE_TYPE, HIDING_TAG -> Optional.of(Service.ORCHESTRATION.word());
      case QUOTA -> Optional.of(Service.VOLUME.word());
      case ZONE_PARENT -> Optional.of(Service.DNS.word());
      case PASSWORD, SECOND_PROJECT, DISPOSABLE_USER, PASSWORD_HISTORY, LOCKOUT -> Optional.empty();
      case GUEST_ACCESS, ADMIN, RESELLER_ADMIN, SETTING -> Optional.empty();
    };
  }

  private Optional<Judged> fact(String name) {
    return Optional.ofNullable(facts.get(name))
        .map(it -> new Judged(Standing.MET, it.value(), it.source(), ""));
  }

  /** By a fact of that name, else by why there is none. */
  private Judged chosen(String name, String otherwise) {
    return fact(name).or(() -> whyNot(name)).orElse(Judged.missing(otherwise));
  }

  /** By a fact of that name, which the answer to another question tells, too. */
  private Judged second(String name, String question, String otherwise) {
    return fact(name).or(() -> untold(question)).orElse(Judged.missing(otherwise));
  }

  /** A flavor, and the volumes that its servers boot from. */
  private Judged flavor() {
    Judged flavor = chosen(FactNames.FLAVOR_ID, "the project has no flavor");
    Fact volume = facts.get(FactNames.BOOT_VOLUME);
    if (volume == null || flavor.standing() != Standing.MET) {
      return flavor;
    }
    String booting =
        "%s (no disk: each server boots from a volume of %s GiB; quota: %s volumes, %s GiB)"
            .formatted(
                flavor.value(),
                volume.value(),
                fact(FactNames.volumeQuota("volumes")).map(Judged::value).orElse("unknown"),
                fact(FactNames.volumeQuota("gigabytes")).map(Judged::value).orElse("unknown"));
    return new Judged(Standing.MET, booting, flavor.source(), "");
  }

  VolumeQuota volumeQuota() {
    return new VolumeQuota(facts);
  }

  private Optional<Judged> whyNot(String question) {
    return Optional.ofNullable(facts.get(FactNames.unavailable(question)))
        .map(Preconditions::because);
  }

  private Optional<Judged> untold(String question) {
    return whyNot(question).filter(it -> it.standing() == Standing.UNTOLD);
  }

  private static Judged because(Fact why) {
    Standing standing = why.tellsNothing() ? Standing.UNTOLD : Standing.MISSING;
    return new Judged(standing, "", why.source(), why.value());
  }

  private Judged feature(String name) {
    return fact(FactNames.OBJECT_STORE_INFO).isPresent()
        ? listed(
            FactNames.OBJECT_STORE_INFO,
            name,
            "the object store does not announce the feature " + name)
        : chosen(FactNames.OBJECT_STORE_INFO, "the object store announces no features");
  }

  /** By a fact that lists all names, separated by spaces. */
  private Judged listed(String fact, String name, String otherwise) {
    Judged all = chosen(fact, otherwise);
    if (all.standing() != Standing.MET) {
      return all;
    }
    return List.of(all.value().split(" ")).contains(name)
        ? new Judged(Standing.MET, name, all.source(), "")
        : Judged.missing(otherwise);
  }

  /** A version, or a window that has to meet the one of the cloud: {@code compute 2.1-2.35}. */
  private Judged microversion(String detail) {
    String[] parts = detail.split(" ", 2);
    String[] window = parts[parts.length - 1].split("-", 2);
    Judged highest =
        second(FactNames.highestMicroversion(parts[0]), FactNames.versions(parts[0]), "unknown");
    if (highest.standing() == Standing.UNTOLD) {
      return highest;
    }
    if (!Need.atLeast(highest.value(), window[0])) {
      return outside(detail, "highest", highest);
    }
    return fact(FactNames.lowestMicroversion(parts[0]))
        .filter(it -> window.length > 1 && !Need.atLeast(window[1], it.value()))
        .map(it -> outside(detail, "lowest", it))
        .orElse(highest);
  }

  private static Judged outside(String detail, String end, Judged found) {
    String version = found.value().isEmpty() ? "unknown" : found.value();
    String reason = "needs microversion %s but the %s is %s".formatted(detail, end, version);
    return new Judged(Standing.MISSING, found.value(), found.source(), reason);
  }
}
