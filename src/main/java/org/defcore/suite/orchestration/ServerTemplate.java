package org.defcore.suite.orchestration;

import static org.defcore.result.ChosenFact.BOOT_VOLUME;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.ZONE;

import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.kit.Cloud;
import org.defcore.kit.GuestKey;
import org.defcore.suite.VolumeStates;
import org.defcore.suite.network.OwnSubnet;

/**
 * A template of a server on a network of its own, with a volume. All its resources have the name of
 * the stack, so that those that a deletion leaves are found by it.
 */
final class ServerTemplate {

  static final List<String> RESOURCES =
      List.of("network", "subnet", "port", "key", "server", "volume", "attachment");

  private ServerTemplate() {}

  /** The fields of a request for a stack of that name. */
  static Wanted of(Cloud cloud, String name) {
    Wanted named = Wanted.named(name);
    Wanted subnet = named.with("network", from("network")).with("cidr", OwnSubnet.cidr(cloud, 0));
    Wanted port =
        named
            .with("network", from("network"))
            .with("fixed_ips", List.of(Map.of("subnet", from("subnet"))));
    Wanted server =
        named
            .with("flavor", cloud.fact(FLAVOR))
            .with("key_name", from("key"))
            .with("networks", List.of(Map.of("port", from("port"))));
    Wanted attachment =
        Wanted.nameless().with("instance_uuid", from("server")).with("volume_id", from("volume"));
    Wanted resources =
        Wanted.nameless()
            .with("network", of("Neutron::Net", named))
            .with("subnet", of("Neutron::Subnet", subnet))
            .with("port", of("Neutron::Port", port))
            .with(
                "key",
                of("Nova::KeyPair", named.with("public_key", GuestKey.generate().publicLine())))
            .with(
                "server",
                of("Nova::Server", booted(cloud, located(cloud, server), cloud.fact(IMAGE))))
            .with("volume", of("Cinder::Volume", VolumeStates.wanted(cloud, 1).with("name", name)))
            .with("attachment", of("Cinder::VolumeAttachment", attachment));
    List<String> networks = List.of("server", "networks");
    Wanted output = Wanted.nameless().with("value", Map.of("get_attr", networks));
    return Wanted.nameless()
        .with(
            "template",
            Wanted.nameless()
                .with("heat_template_version", "2014-10-16")
                .with("resources", resources)
                .with("outputs", Map.of("server_networks", output)));
  }

  private static Map<String, String> from(String resource) {
    return Map.of("get_resource", resource);
  }

  private static Wanted of(String type, Wanted properties) {
    return Wanted.nameless().with("type", "OS::" + type).with("properties", properties);
  }

  /** In the zone that was chosen, if one was. */
  private static Wanted located(Cloud cloud, Wanted server) {
    return cloud.knownFact(ZONE).map(it -> server.with("availability_zone", it)).orElse(server);
  }

  /** From an image: on the disk of the flavor, or on a volume where flavors have none. */
  private static Wanted booted(Cloud cloud, Wanted server, String image) {
    return cloud
        .knownFact(BOOT_VOLUME)
        .map(Integer::valueOf)
        .map(it -> Wanted.nameless().with("image", image).with("volume_size", it))
        .map(it -> it.with("delete_on_termination", true))
        .map(it -> server.with("block_device_mapping_v2", List.of(it)))
        .orElseGet(() -> server.with("image", image));
  }
}
