package org.defcore.service;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A service that guidelines speak of; all that the harness has to know of its name, in one row. */
public enum Service {
  COMPUTE("nova", "/v2.1"),
  DNS("designate", ""),
  IDENTITY("keystone", "/v3"),
  IMAGE("glance", ""),
  NETWORK("neutron", ""),
  OBJECT_STORE("swift", ""),
  ORCHESTRATION("heat", "/v1/%s"),
  VOLUME(
      "cinder",
      "/v3/%s",
      "block-storage",
      "volumev3",
      "block-store",
      "cinderv3",
      "volume",
      "volumev2");

  private static final Map<String, Service> BY_TYPE = byType();

  private final String word;
  private final String project;
  private final String versionPath;
  private final List<String> spellings;

  Service(String project, String versionPath, String... spellings) {
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.project = project;
    this.versionPath = versionPath;
    this.spellings = spellings.length == 0 ? List.of(word) : List.of(spellings);
  }

  /** The service of that word or of any of its spellings. */
  public static Optional<Service> named(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static Map<String, Service> byType() {
    Map<String, Service> services = new HashMap<>();
    for (Service service : values()) {
      services.put(service.word, service);
      service.spellings.forEach(it -> services.put(it, service));
    }
    return Map.copyOf(services);
  }

  /** The words of all services, sorted. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Service::word).sorted().toList();
  }

  /** The name of the service in this program and its files: {@code object-store}. */
  public String word() {
    return word;
  }

  /** The OpenStack project that makes it: {@code swift}. */
  public String project() {
    return project;
  }

  /** Types that catalogues use for it, the preferred one first. */
  public List<String> spellings() {
    return spellings;
  }

  /**
   * Path that calls to the service expect behind an address without a version, with {@code %s} for
   * the project; empty if each call carries the version itself.
   */
  public String versionPath() {
    return versionPath;
  }
}
