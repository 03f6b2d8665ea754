package org.defcore.clouds;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.clouds.CloudException.Kind;
import org.defcore.http.message.PercentEncoding;
import org.defcore.service.Service;

/** The endpoints that a login returned, for one region and facing, overrides applied. */
public final class ServiceCatalogue {

  private static final Pattern VERSIONED = Pattern.compile(".*/v\\d+(\\.\\d+)?(/.*)?");

  private final CloudConfig config;
  private final String projectId;
  private final List<Endpoint> endpoints;
  private final UnaryOperator<String> redact;

  private record Endpoint(String type, String facing, String region, String regionId, String url) {

    /** One that names no region is for all. */
    boolean isIn(Optional<String> wanted) {
      return wanted.isEmpty()
          || (region.isEmpty() && regionId.isEmpty())
          || wanted.get().equals(region)
          || wanted.get().equals(regionId);
    }
  }

  /**
   * @param catalogue the list of services in the answer to a login
   * @param redact removes secrets from what messages quote
   * @throws CloudException if it is empty, or if it is open which region is meant
   */
  static ServiceCatalogue of(
      CloudConfig config, String projectId, JsonNode catalogue, UnaryOperator<String> redact) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (JsonNode service : catalogue) {
      for (JsonNode endpoint : service.path("endpoints")) {
        String id = endpoint.path("region_id").asText("");
        endpoints.add(
            new Endpoint(
                service.path("type").asText(""),
                endpoint.path("interface").asText(""),
                endpoint.path("region").asText(id),
                id,
                endpoint.path("url").asText("")));
      }
    }
    ServiceCatalogue result = new ServiceCatalogue(config, projectId, endpoints, redact);
    result.check();
    return result;
  }

  private ServiceCatalogue(
      CloudConfig config,
      String projectId,
      List<Endpoint> endpoints,
      UnaryOperator<String> redact) {
    this.config = config;
    this.projectId = projectId;
    this.endpoints = List.copyOf(endpoints);
    this.redact = redact;
  }

  /**
   * The address of a service: by type, by the aliases that clouds use for it ({@code volumev3},
   * {@code block-storage} and {@code block-store} for {@code volume}), or by override. The version
   * that calls to compute, identity and volume start from is appended if the catalogue lacks it.
   *
   * @param service word or spelling of a {@link Service}, or any other type
   */
  public Optional<URI> endpoint(String service) {
    Optional<Service> type = Service.named(service);
    String key = type.map(Service::word).orElse(service);
    if (config.endpointOverrides().containsKey(key)) {
      return Optional.of(config.endpointOverrides().get(key));
    }
    Optional<URI> listed =
        spellings(service).stream()
            .flatMap(spelling -> here().filter(it -> it.type.equals(spelling)))
            .flatMap(it -> address(it, type).stream())
            .sorted(Comparator.comparingInt(it -> rank(it, type)))
            .findFirst();
    return type.equals(Optional.of(Service.IDENTITY))
        ? listed.or(() -> Optional.of(IdentityUrl.of(config.authUrl()).v3()))
        : listed;
  }

  /** The reason for which a service is listed and yet has no endpoint, one line for people. */
  public Optional<String> broken(String service) {
    return endpoint(service).isPresent()
        ? Optional.empty()
        : here()
            .filter(it -> spellings(service).contains(it.type))
            .findFirst()
            .map(
                it ->
                    redact.apply(
                        "catalogue: expected a URL for %s but found \"%s\": have the operator correct it"
                            .formatted(it.type, it.url)));
  }

  /** The addresses of all services that are known here and that this cloud has. */
  Stream<URI> addresses() {
    return Arrays.stream(Service.values()).flatMap(it -> endpoint(it.word()).stream());
  }

  /**
   * Hosts to which links of the services may lead, in lower case: those that are called, and those
   * that the cloud lists for the public, whatever overrides there are.
   */
  public Set<String> hosts() {
    Stream<URI> open =
        endpoints.stream()
            .filter(it -> it.facing.equals("public") || it.facing.equals(config.facing(it.type)))
            .filter(it -> it.isIn(config.region()))
            .flatMap(it -> address(it, Service.named(it.type)).stream());
    return Stream.concat(open, addresses())
        .flatMap(it -> Optional.ofNullable(it.getHost()).stream())
        .map(it -> it.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Service types as the cloud announces them, sorted. */
  public List<String> types() {
    return endpoints.stream().map(Endpoint::type).distinct().sorted().toList();
  }

  /**
   * As {@link #endpoint}.
   *
   * @throws CloudException if there is none; the message says what there is instead
   */
  URI required(String service) {
    return endpoint(service).orElseThrow(() -> missing(service));
  }

  private CloudException missing(String service) {
    List<String> spellings = spellings(service);
    Optional<String> broken = broken(service);
    if (broken.isPresent()) {
      return problem(Kind.CLOUD, "cloud '%s': %s".formatted(config.name(), broken.get()));
    }
    String elsewhere =
        endpoints.stream()
            .filter(it -> spellings.contains(it.type))
            .map(it -> it.facing + " in " + it.region)
            .distinct()
            .sorted()
            .collect(joining(", "));
    String found =
        elsewhere.isEmpty()
            ? "none; types there are: %s; regions: %s"
                .formatted(String.join(", ", types()), String.join(", ", regions()))
            : "only " + elsewhere;
    return problem(
        Kind.CLOUD,
        "cloud '%s': %s: expected an endpoint (%s)%s but found %s: check region_name and interface in %s"
            .formatted(
                config.name(),
                service,
                config.facing(service),
                config.region().map(it -> " in region " + it).orElse(""),
                found,
                config.source()));
  }

  private void check() {
    if (endpoints.isEmpty()) {
      throw problem(
          Kind.CLOUD,
          "cloud '%s': catalogue: expected services but found none for project %s: have the operator add endpoints"
              .formatted(config.name(), projectId));
    }
    List<String> regions = regions();
    boolean unknown =
        config.region().isPresent() && endpoints.stream().noneMatch(it -> it.isIn(config.region()));
    // The SDK takes any of them; then a result would not say which region it is about.
    boolean open = config.region().isEmpty() && regions.size() > 1;
    if (unknown || open) {
      throw problem(
          Kind.CONFIGURATION,
          "%s: cloud '%s': region_name: expected one of %s but found %s: %s"
              .formatted(
                  config.source(),
                  config.name(),
                  String.join(", ", regions),
                  config.region().map(CloudSettings::quoted).orElse("nothing"),
                  unknown ? "correct it (case counts)" : "set it"));
    }
  }

  private CloudException problem(Kind kind, String message) {
    return new CloudException(kind, redact.apply(message));
  }

  /** The region whose endpoints these are; empty if the catalogue names none. */
  public String region() {
    return config.region().or(() -> regions().stream().findFirst()).orElse("");
  }

  /** Regions with more than an identity service, which many clouds share among regions. */
  private List<String> regions() {
    return endpoints.stream()
        .filter(it -> !it.type.equals("identity"))
        .map(Endpoint::region)
        .filter(it -> !it.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Endpoint> here() {
    return endpoints.stream()
        .filter(it -> it.facing.equals(config.facing(it.type)))
        .filter(it -> it.isIn(config.region()))
        .sorted(Comparator.comparing(Endpoint::region).thenComparing(Endpoint::url));
  }

  private static List<String> spellings(String service) {
    return Service.named(service).map(Service::spellings).orElse(List.of(service));
  }

  /** The address to call; nothing if the catalogue has none that can be called. */
  private Optional<URI> address(Endpoint endpoint, Optional<Service> type) {
    String url = endpoint.url.strip().replaceFirst("/+$", "");
    if (type.equals(Optional.of(Service.IDENTITY))) {
      url = url.replaceFirst("/v2\\.0$", "");
    }
    String base = url;
    return HttpAddress.parse(url)
        .map(
            uri -> {
              String version = type.map(Service::versionPath).orElse("");
              return version.isEmpty()
                      || VERSIONED.matcher(Objects.toString(uri.getPath(), "")).matches()
                  ? uri
                  : URI.create(base + version.formatted(PercentEncoding.encode(projectId)));
            });
  }

  /** Volume v3 before what may be older. */
  private static int rank(URI uri, Optional<Service> type) {
    return type.equals(Optional.of(Service.VOLUME)) && !uri.getPath().contains("/v3") ? 1 : 0;
  }
}
