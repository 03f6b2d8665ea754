package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.result.ChosenFact.BOOT_VOLUME;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.NETWORK;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_IMAGE;
import static org.defcore.result.ChosenFact.ZONE;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerCreation;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/** Minimal requests for servers, with the discovered image, flavor and network. */
final class ServerRequests {

  private ServerRequests() {}

  /** With the image and the flavor that were discovered, on the network if one was. */
  static Wanted usual(Cloud cloud, String name) {
    return least(cloud, name, cloud.fact(IMAGE), cloud.fact(FLAVOR));
  }

  /** From an image: on the disk of the flavor, or on a volume where flavors have none. */
  static Wanted least(Cloud cloud, String name, String image, String flavor) {
    Wanted imageless = imageless(cloud, name, flavor);
    return cloud
        .knownFact(BOOT_VOLUME)
        .map(Integer::valueOf)
        .map(it -> imageless.with("block_device_mapping_v2", List.of(BootVolume.of(image, it))))
        .orElseGet(() -> imageless.with("imageRef", image));
  }

  /** On the network and in the zone that were chosen, if they were. */
  static Wanted imageless(Cloud cloud, String name, String flavor) {
    Wanted named = Wanted.named(name).with("flavorRef", flavor);
    Wanted connected =
        cloud
            .knownFact(NETWORK)
            .map(it -> named.with("networks", List.of(Map.of("uuid", it))))
            .orElse(named);
    return cloud
        .knownFact(ZONE)
        .map(it -> connected.with("availability_zone", it))
        .orElse(connected);
  }

  /** A volume that the compute service makes of an image, and removes with its server. */
  private record BootVolume(
      @JsonProperty("uuid") String image,
      @JsonProperty("volume_size") int gibibytes,
      @JsonProperty("boot_index") int order,
      @JsonProperty("source_type") String source,
      @JsonProperty("destination_type") String destination,
      @JsonProperty("delete_on_termination") boolean ends) {

    static BootVolume of(String image, int gibibytes) {
      return new BootVolume(image, gibibytes, 0, "image", "volume", true);
    }
  }

  /** Returns whether servers boot from volumes. */
  static boolean areOnVolumes(Cloud cloud) {
    return cloud.knownFact(BOOT_VOLUME).isPresent();
  }

  /** An image as its servers show it: those that boot from volumes show none. */
  static Optional<String> shown(Cloud cloud, String image) {
    return areOnVolumes(cloud) ? Optional.empty() : Optional.of(image);
  }

  /** The image to rebuild a server from: another one, where the disk is not a volume. */
  static String imageToRebuild(Cloud cloud) {
    String first = cloud.fact(IMAGE);
    return areOnVolumes(cloud) ? first : otherImage(cloud).orElse(first);
  }

  static ServerCreation<ServerCreation.Created> create(
      Wanted server, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(SERVER, server, cloud.member().compute()::createServer);
  }

  /** As {@link #create}, for others: of the answer only the id matters. */
  static ServerCreation<Server.State> provide(Wanted server, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(SERVER, server, cloud.member().compute()::provideServer);
  }

  /** The second image that was discovered, if there is one. */
  static Optional<String> otherImage(Cloud cloud) {
    return cloud.knownFact(SECOND_IMAGE);
  }

  /** The second flavor that was discovered, if there is one. */
  static Optional<String> otherFlavor(Cloud cloud) {
    return cloud.knownFact(SECOND_FLAVOR);
  }

  /** A password that no other server has. */
  static String password() {
    return "Pw1-" + UUID.randomUUID();
  }
}
