package org.defcore.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.clouds.discovery.Wishes.Wish;
import org.defcore.result.Ipv4Range;
import org.defcore.result.ZoneParent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for images, flavors and the like, where discovery would take others. */
public final class ChoiceOptions {

  private static final String NETWORK = "--network";
  private static final String EXTERNAL_NETWORK = "--external-network";
  private static final String SUBNET_RANGE = "--subnet-range";
  private static final String VOLUME_TYPE = "--volume-type";
  private static final String ZONE = "--availability-zone";
  private static final String ZONE_PARENT = "--zone-parent";
  private static final String HIDING_TAG = "--hiding-tag";

  @Option(
      names = "--image",
      split = ",",
      paramLabel = "NAME",
      description =
          "Names or ids of the image to boot and of a second one, where the smallest are not the"
              + " right ones.")
  private List<String> images = new ArrayList<>();

  @Option(
      names = "--flavor",
      split = ",",
      paramLabel = "NAME",
      description =
          "Names or ids of the flavor of servers and of one to resize them to, where the smallest"
              + " that fit are not the right ones.")
  private List<String> flavors = new ArrayList<>();

  @Option(
      names = NETWORK,
      paramLabel = "NAME",
      description = "Name or id of the network that servers are on.")
  private @Nullable String network;

  @Option(
      names = EXTERNAL_NETWORK,
      paramLabel = "NAME",
      description = "Name or id of the external network.")
  private @Nullable String externalNetwork;

  private @Nullable String subnetRange;
  private @Nullable String zoneParent;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = SUBNET_RANGE,
      paramLabel = "CIDR",
      description =
          "Range of 256 IPv4 addresses or more for the subnets that the run makes. Default: "
              + Ipv4Range.USUAL
              + ".")
  void subnetRange(String range) {
    if (Ipv4Range.parse(range).isEmpty()) {
      throw refused(
          "%s: expected a range from /8 to /%d for subnets, such as %s, but found \"%s\""
              .formatted(SUBNET_RANGE, Ipv4Range.LONGEST, Ipv4Range.USUAL, range));
    }
    subnetRange = range;
  }

  @Option(
      names = ZONE_PARENT,
      paramLabel = "DOMAIN",
      description =
          "Domain below which the run makes DNS zones, where a cloud restricts that. Default: "
              + ZoneParent.USUAL
              + ".")
  void zoneParent(String domain) {
    zoneParent =
        ZoneParent.parse(domain)
            .orElseThrow(
                () ->
                    refused(
                        "%s: expected a domain for zones, such as %s or dns.example.org, but found \"%s\""
                            .formatted(ZONE_PARENT, ZoneParent.USUAL, domain)));
  }

  private ParameterException refused(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  @Option(
      names = VOLUME_TYPE,
      paramLabel = "NAME",
      description = "Type of the volumes that the run makes. Default: the cloud's.")
  private @Nullable String volumeType;

  @Option(
      names = ZONE,
      paramLabel = "NAME",
      description = "Availability zone of the servers that the run makes. Default: the cloud's.")
  private @Nullable String zone;

  @Option(
      names = HIDING_TAG,
      paramLabel = "TAG",
      description =
          "Tag that hides stacks from lists, which the operator decides: up to 2023.2"
              + " data-processing-cluster by default. Without it, the test of such stacks is skipped.")
  private @Nullable String hidingTag;

  /** All that is chosen. */
  public Wishes wishes() {
    return new Wishes(
        images,
        flavors,
        wish(network, NETWORK),
        wish(externalNetwork, EXTERNAL_NETWORK),
        wish(subnetRange, SUBNET_RANGE),
        wish(volumeType, VOLUME_TYPE),
        wish(zone, ZONE),
        wish(zoneParent, ZONE_PARENT),
        wish(hidingTag, HIDING_TAG));
  }

  private static Optional<Wish> wish(@Nullable String name, String option) {
    return Optional.ofNullable(name).map(it -> new Wish(it, option));
  }
}
