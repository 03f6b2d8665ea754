package org.defcore.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.clouds.OpenStack4j;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.ResourceKind;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.exceptions.ResponseException;
import org.openstack4j.model.common.BasicResource;
import org.openstack4j.model.compute.Keypair;
import org.openstack4j.model.network.IPVersionType;
import org.openstack4j.model.network.Network;
import org.openstack4j.model.network.Port;
import org.openstack4j.model.network.Router;
import org.openstack4j.model.network.SecurityGroup;
import org.openstack4j.model.network.Subnet;
import org.openstack4j.model.storage.block.Volume;
import org.openstack4j.model.storage.block.builder.VolumeBuilder;

/**
 * Makes what tests need and do not claim, through openstack4j, as the ordinary user. Everything is
 * in the ledger and is removed by the clean-up. A call that a claim rests on goes through a client
 * instead: openstack4j overlooks most of what can be wrong with an answer.
 */
public final class Provisioner {

  private final OpenStack4j openstack;
  private final Recording recording;
  private final Cleanup cleanup;
  private final Optional<String> volumeType;

  /**
   * @param volumeType the type of volumes that was chosen, if one was
   */
  Provisioner(
      OpenStack4j openstack, Recording recording, Cleanup cleanup, Optional<String> volumeType) {
    this.openstack = openstack;
    this.recording = recording;
    this.cleanup = cleanup;
    this.volumeType = volumeType;
  }

  /** Makes a key pair of which nobody keeps the private half. */
  public void keyPair(String name) {
    make(ResourceKind.KEY_PAIR, name, os -> name(os.compute().keypairs().create(name, null)));
  }

  /** Makes a key pair of a public half that is there: a line of {@code authorized_keys}. */
  public void keyPair(String name, String publicLine) {
    make(ResourceKind.KEY_PAIR, name, os -> name(os.compute().keypairs().create(name, publicLine)));
  }

  private static @Nullable String name(@Nullable Keypair made) {
    return made == null ? null : made.getName();
  }

  /** Asks for a volume; gives its id. */
  public String volume(String name, int gibibytes, Map<String, String> metadata) {
    VolumeBuilder volume = Builders.volume().name(name).size(gibibytes).metadata(metadata);
    Volume wanted = volumeType.map(volume::volumeType).orElse(volume).build();
    return make(
        ResourceKind.VOLUME,
        name,
        os -> {
          Volume made = os.blockStorage().volumes().create(wanted);
          return made == null ? null : made.getId();
        });
  }

  /** Makes a security group with the rules that the cloud gives it; gives its id. */
  public String securityGroup(String name) {
    SecurityGroup wanted = Builders.securityGroup().name(name).build();
    return make(
        ResourceKind.SECURITY_GROUP,
        name,
        os -> id(os.networking().securitygroup().create(wanted)));
  }

  /** Makes a network without subnets; gives its id. */
  public String network(String name) {
    Network wanted = Builders.network().name(name).adminStateUp(true).build();
    return make(ResourceKind.NETWORK, name, os -> id(os.networking().network().create(wanted)));
  }

  /**
   * Makes an IPv4 subnet; gives its id.
   *
   * @param cidr {@code 10.7.0.0/24}
   */
  public String subnet(String name, String network, String cidr) {
    Subnet wanted =
        Builders.subnet()
            .name(name)
            .networkId(network)
            .ipVersion(IPVersionType.V4)
            .cidr(cidr)
            .enableDHCP(true)
            .build();
    return make(ResourceKind.SUBNET, name, os -> id(os.networking().subnet().create(wanted)));
  }

  /** Makes a router that is switched off, without interfaces; gives its id. */
  public String router(String name) {
    Router wanted = Builders.router().name(name).adminStateUp(false).build();
    return make(ResourceKind.ROUTER, name, os -> id(os.networking().router().create(wanted)));
  }

  /** Makes a port; gives its id. */
  public String port(String name, String network) {
    Port wanted = Builders.port().name(name).networkId(network).build();
    return make(ResourceKind.PORT, name, os -> id(os.networking().port().create(wanted)));
  }

  private static @Nullable String id(@Nullable BasicResource made) {
    return made == null ? null : made.getId();
  }

  private String make(ResourceKind kind, String name, Function<OSClientV3, @Nullable String> call) {
    return cleanup.create(kind, name, () -> answered("a " + kind.word(), call), it -> it);
  }

  private String answered(String expected, Function<OSClientV3, @Nullable String> call) {
    try {
      String id = openstack.call(recording, call);
      if (id != null) {
        return id;
      }
    } catch (ResponseException e) {
      throw refused(expected);
    }
    throw refused(expected);
  }

  /** Returns the last answer as a test reports it: openstack4j tells less of it, in many ways. */
  private UnexpectedAnswer refused(String expected) {
    List<Exchange> exchanges = recording.exchanges();
    int last = exchanges.size() - 1;
    Exchange exchange = exchanges.get(last);
    String found =
        exchange.status() < 400 ? exchange.status() + " without one" : "" + exchange.status();
    return new UnexpectedAnswer(
        exchange.method() + " " + exchange.uri(),
        expected,
        found,
        Header.first(exchange.responseHeaders(), "x-openstack-request-id"),
        exchange.status(),
        last);
  }
}
