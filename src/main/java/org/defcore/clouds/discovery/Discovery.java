package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.IdentityUrl;
import org.defcore.clouds.OpenStack4j;
import org.defcore.clouds.Session;
import org.defcore.clouds.discovery.FactCollector.Probe;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.exceptions.OS4JException;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.compute.QuotaSet;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.network.NetQuota;
import org.openstack4j.model.network.Network;
import org.openstack4j.model.storage.block.BlockQuotaSet;

/**
 * Finds out by itself what other tools have to be told about a cloud. Asks little, creates nothing,
 * and never fails: what cannot be learnt is a fact {@code <name>.unavailable} with the reason, and
 * so is a service that is absent or does not answer.
 */
public final class Discovery {

  private static final Map<String, String> SMALLEST_IMAGES =
      Map.of("status", "active", "sort_key", "size", "sort_dir", "asc", "limit", "200");

  private final Session session;
  private final List<String> images;
  private final Recording recording;
  private final OpenStack4j openstack;
  private final FactCollector findings;
  private Optional<Image> image = Optional.empty();

  /**
   * Observes these services; the facts are sorted by name.
   *
   * @param services tests on servers need those of compute, image and network
   */
  public static List<Fact> observe(Session session, Set<Service> services, Recording recording) {
    return observe(session, services, List.of(), recording);
  }

  /**
   * As {@link #observe(Session, Set, Recording)}, with the images that somebody has chosen.
   *
   * @param images names or ids, the one to boot first; nothing to choose as usual
   * @throws CloudException if there is no such image that boots
   */
  public static List<Fact> observe(
      Session session, Set<Service> services, List<String> images, Recording recording) {
    Discovery discovery = new Discovery(session, images, recording);
    discovery.findings.add(
        FactNames.CATALOGUE_TYPES,
        String.join(" ", session.catalogue().types()),
        "POST " + IdentityUrl.of(session.config().authUrl()).tokens().getRawPath());
    Set<Service> wanted = new TreeSet<>(services);
    // The image first: the flavor has to fit it.
    if (wanted.remove(Service.IMAGE)) {
      discovery.observe(Service.IMAGE);
    }
    wanted.forEach(discovery::observe);
    return List.copyOf(discovery.findings.facts().values());
  }

  private Discovery(Session session, List<String> images, Recording recording) {
    this.session = session;
    this.images = List.copyOf(images);
    this.recording = recording;
    this.openstack = new OpenStack4j(session);
    this.findings = new FactCollector(session::redact);
  }

  private void observe(Service wanted) {
    String service = wanted.word();
    ServiceEndpoint endpoint;
    try {
      endpoint = session.service(service, recording);
    } catch (CloudException e) {
      findings.unavailable(service, Objects.toString(e.getMessage(), ""), "catalogue");
      return;
    }
    Versions versions = new Versions(findings);
    NameFacts names = new NameFacts(findings);
    boolean answers =
        switch (wanted) {
          case OBJECT_STORE -> new ObjectStoreInfo(findings).observe(endpoint.unversioned());
          case IMAGE -> versions.observe(service, endpoint) && images(endpoint);
          case COMPUTE ->
              versions.observe(service, endpoint)
                  && flavors(endpoint)
                  && names.observeZones(endpoint)
                  && computeQuota(endpoint);
          case VOLUME ->
              versions.observe(service, endpoint)
                  && names.observeTypes(endpoint)
                  && volumeQuota(endpoint);
          case NETWORK ->
              versions.observe(service, endpoint)
                  && networks(endpoint)
                  && new NetworkShape(findings).observeIpv6(endpoint.unversioned())
                  && extensions(endpoint)
                  && networkQuota(endpoint);
          default -> versions.observe(service, endpoint);
        };
    if (!answers) {
      findings.unavailable(service, "no answer, see the other facts", endpoint.base().toString());
    }
  }

  private boolean images(ServiceEndpoint endpoint) {
    List<Image> found = new ArrayList<>();
    boolean answers =
        ask(
            FactNames.IMAGE_ID,
            endpoint.unversioned().base(),
            "/v2/images",
            source -> {
              found.addAll(
                  Choices.images(
                      call(os -> os.imagesV2().list(SMALLEST_IMAGES)), session.projectId()));
              note(images.isEmpty() ? found : Choices.chosen(found, images), source);
            });
    Choices.requireAll(images, found);
    return answers;
  }

  private void note(List<Image> usable, String source) {
    if (usable.isEmpty()) {
      findings.unavailable(FactNames.IMAGE_ID, "no active image that boots", source);
      return;
    }
    image = Optional.of(usable.get(0));
    findings.add(FactNames.IMAGE_ID, usable.get(0).getId(), source);
    new ImageTraits(findings).note(usable, source);
    findings.add(FactNames.IMAGE_NAME, Objects.toString(usable.get(0).getName(), ""), source);
    if (usable.size() > 1) {
      findings.add(FactNames.SECOND_IMAGE_ID, usable.get(1).getId(), source);
    }
  }

  private boolean flavors(ServiceEndpoint endpoint) {
    return ask(
        FactNames.FLAVOR_ID,
        endpoint.base(),
        "/flavors/detail",
        source -> {
          List<? extends Flavor> all = call(os -> os.compute().flavors().list());
          new FlavorRanges(findings).note(all, source);
          List<Flavor> usable = Choices.flavors(all, image);
          if (usable.isEmpty()) {
            String what = image.map(it -> " that fits image " + it.getId()).orElse("");
            findings.unavailable(FactNames.FLAVOR_ID, "no flavor" + what, source);
            return;
          }
          findings.add(FactNames.FLAVOR_ID, usable.get(0).getId(), source);
          Choices.second(usable, usable.get(0))
              .ifPresent(it -> findings.add(FactNames.SECOND_FLAVOR_ID, it.getId(), source));
        });
  }

  private boolean networks(ServiceEndpoint endpoint) {
    return ask(
        FactNames.NETWORK_ID,
        endpoint.unversioned().base(),
        "/v2.0/networks",
        source -> {
          List<? extends Network> all = call(os -> os.networking().network().list());
          new NetworkShape(findings).note(all, session.projectId(), source);
          Optional<Network> network = Choices.network(all, session.projectId());
          if (network.isPresent()) {
            findings.add(FactNames.NETWORK_ID, network.get().getId(), source);
            findings.add(
                FactNames.NETWORK_NAME, Objects.toString(network.get().getName(), ""), source);
          } else {
            findings.unavailable(
                FactNames.NETWORK_ID, "no network with a subnet, own or shared", source);
          }
          Choices.external(all)
              .ifPresent(it -> findings.add(FactNames.EXTERNAL_NETWORK_ID, it.getId(), source));
        });
  }

  private boolean extensions(ServiceEndpoint endpoint) {
    ServiceEndpoint root = endpoint.unversioned();
    // openstack4j has no call for it.
    return ask(
        "network.extensions",
        root.base(),
        "/v2.0/extensions",
        source -> {
          Answer answer = root.get("/v2.0/extensions").expect(200);
          for (JsonNode extension : FactCollector.list("extensions", answer)) {
            String alias = extension.path("alias").asText("");
            findings.add(
                FactNames.networkExtension(alias), extension.path("name").asText(alias), source);
          }
        });
  }

  private boolean computeQuota(ServiceEndpoint endpoint) {
    return ask(
        "compute.quota",
        endpoint.base(),
        "/os-quota-sets/" + session.projectId(),
        source -> {
          QuotaSet quota = quota(os -> os.compute().quotaSets().get(session.projectId()));
          number("compute.quota.cores", quota.getCores(), source);
          number("compute.quota.instances", quota.getInstances(), source);
          number("compute.quota.key-pairs", quota.getKeyPairs(), source);
          number("compute.quota.metadata-items", quota.getMetadataItems(), source);
          number("compute.quota.ram", quota.getRam(), source);
        });
  }

  private boolean volumeQuota(ServiceEndpoint endpoint) {
    return ask(
        "volume.quota",
        endpoint.base(),
        "/os-quota-sets/" + session.projectId(),
        source -> {
          BlockQuotaSet quota = quota(os -> os.blockStorage().quotaSets().get(session.projectId()));
          number("volume.quota.gigabytes", quota.getGigabytes(), source);
          number("volume.quota.snapshots", quota.getSnapshots(), source);
          number("volume.quota.volumes", quota.getVolumes(), source);
        });
  }

  private boolean networkQuota(ServiceEndpoint endpoint) {
    return ask(
        "network.quota",
        endpoint.unversioned().base(),
        "/v2.0/quotas/" + session.projectId(),
        source -> {
          NetQuota quota = quota(os -> os.networking().quotas().get(session.projectId()));
          number("network.quota.floating-ips", quota.getFloatingIP(), source);
          number("network.quota.networks", quota.getNetwork(), source);
          number("network.quota.ports", quota.getPort(), source);
          number("network.quota.routers", quota.getRouter(), source);
          number("network.quota.security-groups", quota.getSecurityGroup(), source);
          number("network.quota.security-group-rules", quota.getSecurityGroupRule(), source);
          number("network.quota.subnets", quota.getSubnet(), source);
        });
  }

  private boolean ask(String name, URI base, String path, Probe probe) {
    return findings.ask(name, "GET " + base.getRawPath() + path, probe);
  }

  private <R> R call(Function<OSClientV3, R> calls) {
    return openstack.call(recording, calls);
  }

  private <R> R quota(Function<OSClientV3, @Nullable R> calls) {
    R quota = openstack.call(recording, calls);
    if (quota == null) {
      throw new OS4JException("expected a quota but found 404");
    }
    return quota;
  }

  private void number(String name, int value, String source) {
    findings.add(name, String.valueOf(value), source);
  }
}
