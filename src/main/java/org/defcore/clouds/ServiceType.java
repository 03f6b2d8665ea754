package org.defcore.clouds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The services a guideline speaks of, with the types that catalogues and settings use for them. */
enum ServiceType {
  COMPUTE("compute", "/v2.1"),
  IDENTITY("identity", "/v3"),
  IMAGE("image", ""),
  NETWORK("network", ""),
  VOLUME("volume", "/v3/%s", "block-storage volumev3 block-store cinderv3 volume volumev2"),
  OBJECT_STORE("object-store", ""),
  DNS("dns", ""),
  ORCHESTRATION("orchestration", "");

  private final String service;
  private final String version;
  private final String spellings;

  ServiceType(String service, String version) {
    this(service, version, service);
  }

  /**
   * @param spellings apart by blanks
   */
  ServiceType(String service, String version, String spellings) {
    this.service = service;
    this.version = version;
    this.spellings = spellings;
  }

  /** By any of its spellings. */
  static Optional<ServiceType> named(String type) {
    return Arrays.stream(values())
        .filter(it -> it.service.equals(type) || it.spellings().contains(type))
        .findFirst();
  }

  /** Its name in this program. */
  String service() {
    return service;
  }

  /** Its types, the one to prefer first. */
  List<String> spellings() {
    return List.of(spellings.split(" "));
  }

  /**
   * What calls to it expect behind an address that names no version, {@code %s} for the project;
   * empty for services whose calls carry the version themselves.
   */
  String version() {
    return version;
  }
}
