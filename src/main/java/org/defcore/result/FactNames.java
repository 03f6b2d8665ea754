package org.defcore.result;

import java.util.Optional;

/** Names of the facts that discovery learns and that tests, plans and declarations ask for. */
public final class FactNames {

  /** Types of service that a login returns, separated by spaces. */
  public static final String CATALOGUE_TYPES = "catalogue.types";

  /** The last passwords which a new one must differ from, as the declaration has it. */
  public static final String PASSWORD_HISTORY = "identity.password-history";

  public static final String LOCKOUT_ATTEMPTS = "identity.lockout.attempts";
  public static final String LOCKOUT_SECONDS = "identity.lockout.seconds";
  public static final String IMAGE_ID = "image.id";
  public static final String IMAGE_NAME = "image.name";
  public static final String SECOND_IMAGE_ID = "second-image.id";
  public static final String DISK_FORMATS = "image.disk-formats";
  public static final String ARCHITECTURE = "image.property.architecture";
  public static final String FLAVOR_ID = "flavor.id";
  public static final String SECOND_FLAVOR_ID = "second-flavor.id";

  /** Gibibytes of the volume that a server boots from, where it has no disk of its own. */
  public static final String BOOT_VOLUME = "server.boot-volume.gib";

  public static final String ZONE = "server.availability-zone";
  public static final String VOLUME_TYPE = "volume.type";
  public static final String SUBNET_RANGE = "network.subnet-range";
  public static final String ZONE_PARENT = "dns.zone-parent";
  public static final String HIDING_TAG = "orchestration.hiding-tag";
  public static final String NETWORK_ID = "network.id";
  public static final String NETWORK_NAME = "network.name";
  public static final String EXTERNAL_NETWORK_ID = "external-network.id";
  public static final String EXTERNAL_NETWORKS = "network.external.count";
  public static final String SHARED_NETWORKS = "network.shared.count";
  public static final String OWN_NETWORKS = "network.own.count";
  public static final String NETWORK_EXTENSIONS = "network.extensions";
  public static final String IPV6_SUBNETS = "network.subnet.ipv6.count";
  public static final String OBJECT_STORE_INFO = "object-store.info";

  /** Types of resources that the orchestration service has, separated by spaces. */
  public static final String RESOURCE_TYPES = "orchestration.resource-types";

  public static final String SWIFT_VERSION = "object-store.swift.version";

  private static final String NOTICE = "notice.";

  /** As runs of earlier versions have it. */
  private static final String EARLIER_NOTICE = "remark.";

  private static final String EXTRA_ATTRIBUTE = "extra-attribute.";

  private FactNames() {}

  /** A fact whose value is a sentence for page one of the report. */
  public static String notice(String about) {
    return NOTICE + about;
  }

  public static boolean isNotice(String name) {
    return name.startsWith(NOTICE) || name.startsWith(EARLIER_NOTICE);
  }

  /**
   * The fact that an answer held an attribute which the API does not have.
   *
   * @param pointer JSON pointer to it
   */
  public static String extraAttribute(String pointer) {
    return EXTRA_ATTRIBUTE + dotted(pointer);
  }

  /** The attribute that such a fact is about; empty for another fact. */
  public static Optional<String> extraOf(String name) {
    return name.startsWith(EXTRA_ATTRIBUTE)
        ? Optional.of(name.substring(EXTRA_ATTRIBUTE.length()))
        : Optional.empty();
  }

  /** A JSON pointer as names of facts have it: {@code servers.*.id}. */
  static String dotted(String pointer) {
    return pointer.replaceFirst("^/", "").replace('/', '.');
  }

  /** Suffix of the name of a quota: the part of it that is in use. */
  public static final String USED = ".used";

  /** The quota of block storage for {@code volumes}, {@code snapshots} or {@code gigabytes}. */
  public static String volumeQuota(String what) {
    return "volume.quota." + what;
  }

  /** The fact that says why another is not known. */
  public static String unavailable(String name) {
    return name + ".unavailable";
  }

  /** The fact that lists the versions which a service announces. */
  public static String versions(String service) {
    return service + ".versions";
  }

  /** The fact that gives the lowest microversion of a service. */
  public static String lowestMicroversion(String service) {
    return service + ".microversion.min";
  }

  /** The fact that gives the highest microversion of a service. */
  public static String highestMicroversion(String service) {
    return service + ".microversion.max";
  }

  /** The fact that is there if the network service has an extension. */
  public static String networkExtension(String alias) {
    return "network.extension." + alias;
  }
}
