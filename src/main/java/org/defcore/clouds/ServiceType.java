package org.defcore.clouds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The services a guideline speaks of, with the types that catalogues and settings use for them. */
enum ServiceType {
  COMPUTE("compute", "/v2.1"),
  IDENTITY("identity", "/v3"),
  IMAGE("image", ""),
  NETWORK("network", ""),
  VOLUME(
      "volume",
      "/v3/%s",
      "block-storage",
      "volumev3",
      "block-store",
      "cinderv3",
      "volume",
      "volumev2"),
  OBJECT_STORE("object-store", ""),
  DNS("dns", ""),
  ORCHESTRATION("orchestration", "");

  private final String service;
  private final String version;
  private final List<String> spellings;

  ServiceType(String service, String version, String... spellings) {
    this.service = service;
    this.version = version;
    this.spellings = spellings.length == 0 ? List.of(service) : List.of(spellings);
  }

  /** By any of its spellings. */
  static Optional<ServiceType> named(String type) {
    return Arrays.stream(values())
        .filter(
            it ->
                Stream.concat(Stream.of(it.service), it.spellings.stream()).anyMatch(type::equals))
        .findFirst();
  }

  /** Its name in this program. */
  String service() {
    return service;
  }

  /** Its types, the one to prefer first. */
  List<String> spellings() {
    return spellings;
  }

  /**
   * What calls to it expect behind an address that names no version, {@code %s} for the project;
   * empty for services whose calls carry the version themselves.
   */
  String version() {
    return version;
  }
}
