package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.IdentityUrl;
import org.defcore.clouds.Session;
import org.defcore.clouds.discovery.FactCollector.Probe;
import org.defcore.clouds.discovery.RecordFields.Form;
import org.defcore.clouds.discovery.RecordFields.Read;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/**
 * Finds out by itself what other tools have to be told about a cloud. Asks little, creates nothing,
 * and never fails: what is not there is a fact {@code <name>.unavailable} with the reason, and so
 * is what cannot be told, since the question was not answered ({@link Fact#tellsNothing}).
 */
public final class Discovery {

  private static final String SMALLEST_IMAGES =
      "/v2/images?limit=200&sort_dir=asc&sort_key=size&status=active";
  private static final int NAMED = 5;

  /** Each becomes a fact; networks have a hundred. */
  private static final int MOST_EXTENSIONS = 1000;

  private final Session session;
  private final Wishes wishes;
  private final Recording recording;
  private final FactCollector findings;
  private final QuotaFacts quotas;
  private List<FoundImage> images = List.of();
  private Optional<FlavorChoice> flavors = Optional.empty();

  /**
   * Observes these services; the facts are sorted by name.
   *
   * @param services tests on servers need those of compute, image and network
   */
  public static List<Fact> observe(Session session, Set<Service> services, Recording recording) {
    return observe(session, services, Wishes.NONE, recording);
  }

  /**
   * As {@link #observe(Session, Set, Recording)}, with what somebody has chosen.
   *
   * @throws CloudException if there is no such thing
   */
  public static List<Fact> observe(
      Session session, Set<Service> services, Wishes wishes, Recording recording) {
    Discovery discovery = new Discovery(session, wishes, recording);
    discovery.catalogue(services);
    Set<Service> wanted = new TreeSet<>(services);
    // The image first: the flavor has to fit it.
    if (wanted.remove(Service.IMAGE)) {
      discovery.observe(Service.IMAGE);
    }
    wanted.forEach(discovery::observe);
    if (discovery.needsVolumes() && !services.contains(Service.VOLUME)) {
      discovery.observe(Service.VOLUME);
    }
    return List.copyOf(discovery.findings.facts().values());
  }

  private Discovery(Session session, Wishes wishes, Recording recording) {
    this.session = session;
    this.wishes = wishes;
    this.recording = recording;
    this.findings = new FactCollector(session::redact);
    this.quotas = new QuotaFacts(findings, session.projectId());
  }

  private void catalogue(Set<Service> services) {
    String source = "POST " + IdentityUrl.of(session.config().authUrl()).tokens().getRawPath();
    findings.add(FactNames.CATALOGUE_TYPES, String.join(" ", session.catalogue().types()), source);
    new TokenHosts(session)
        .elsewhere(services)
        .ifPresent(it -> findings.add(FactNames.notice("token-hosts"), it, source));
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
    ServiceEndpoint root = endpoint.unversioned();
    boolean answers =
        switch (wanted) {
          case OBJECT_STORE -> new ObjectStoreInfo(findings).observe(root);
          case IMAGE -> versions.observe(service, endpoint) && images(root);
          case COMPUTE ->
              versions.observe(service, endpoint)
                  && flavors(endpoint)
                  && names.observeZones(endpoint, wishes.zone())
                  && quotas.observeCompute(endpoint);
          case VOLUME ->
              versions.observe(service, endpoint)
                  && names.observeTypes(endpoint, wishes.volumeType())
                  && quotas.observeVolume(endpoint);
          case NETWORK ->
              versions.observe(service, endpoint)
                  && networks(root)
                  && new NetworkShape(findings).observeIpv6(root)
                  && extensions(root)
                  && quotas.observeNetwork(root)
                  && told(FactNames.SUBNET_RANGE, wishes.subnetRange());
          case DNS ->
              versions.observe(service, endpoint)
                  && told(FactNames.ZONE_PARENT, wishes.zoneParent());
          case ORCHESTRATION ->
              versions.observe(service, endpoint)
                  && new ResourceTypes(findings).observe(endpoint)
                  && told(FactNames.HIDING_TAG, wishes.hidingTag());
          default -> versions.observe(service, endpoint);
        };
    if (!answers) {
      findings.untold(service, findings.silence(), endpoint.base().toString());
    }
  }

  private boolean told(String name, Optional<Wishes.Wish> wish) {
    wish.ifPresent(it -> findings.add(name, it.name(), it.option()));
    return true;
  }

  private boolean images(ServiceEndpoint root) {
    String path = SMALLEST_IMAGES.replaceFirst("\\?.*", "");
    return ask(
        FactNames.IMAGE_ID,
        root.base(),
        path,
        source -> {
          PagedList list = new PagedList(root, SMALLEST_IMAGES, "images");
          List<FoundImage> all = readable("image", list, FoundImage.FORM, source);
          ImageChoice choice =
              wishes.images().isEmpty()
                  ? ImageChoice.of(all, session.projectId())
                  : list.chosen(() -> ImageChoice.wished(all, wishes.images()));
          images = choice.images();
          note(choice, source);
          list.checkWhole();
        });
  }

  private void note(ImageChoice choice, String source) {
    if (images.isEmpty()) {
      findings.unavailable(FactNames.IMAGE_ID, "no active image that is a disk", source);
      return;
    }
    findings.add(FactNames.IMAGE_ID, images.get(0).id(), source);
    new ImageTraits(findings).note(images, source);
    findings.add(FactNames.IMAGE_NAME, images.get(0).name(), source);
    if (images.size() > 1) {
      findings.add(FactNames.SECOND_IMAGE_ID, images.get(1).id(), source);
    }
    if (!choice.why().isEmpty()) {
      findings.add("image.choice", choice.why(), source);
    }
  }

  private boolean flavors(ServiceEndpoint endpoint) {
    return ask(
        FactNames.FLAVOR_ID,
        endpoint.base(),
        "/flavors/detail",
        source -> {
          PagedList list = new PagedList(endpoint, "/flavors/detail", "flavors");
          List<FoundFlavor> all = readable("flavor", list, FoundFlavor.FORM, source);
          new FlavorRanges(findings).note(all, source);
          Optional<FoundImage> image = images.stream().findFirst();
          flavors =
              wishes.flavors().isEmpty()
                  ? FlavorChoice.of(all, image)
                  : list.chosen(
                      () -> Optional.of(FlavorChoice.wished(all, image, wishes.flavors())));
          note(flavors, source);
          list.checkWhole();
        });
  }

  private void note(Optional<FlavorChoice> choice, String source) {
    if (choice.isEmpty()) {
      String what = images.stream().findFirst().map(it -> " that fits image " + it.id()).orElse("");
      findings.unavailable(FactNames.FLAVOR_ID, "no flavor" + what, source);
      return;
    }
    findings.add(FactNames.FLAVOR_ID, choice.get().first().id(), source);
    choice
        .get()
        .second()
        .ifPresent(it -> findings.add(FactNames.SECOND_FLAVOR_ID, it.id(), source));
    if (needsVolumes()) {
      findings.add(FactNames.BOOT_VOLUME, String.valueOf(bootVolume()), source);
    }
  }

  /** Returns whether servers boot from volumes, since their flavor has no disk. */
  private boolean needsVolumes() {
    return flavors.filter(FlavorChoice::isDiskless).isPresent()
        && session.catalogue().endpoint(Service.VOLUME.word()).isPresent();
  }

  /** Gibibytes that hold either image. */
  private long bootVolume() {
    return Math.max(1, images.stream().limit(2).mapToLong(FoundImage::minDisk).max().orElse(1));
  }

  private boolean networks(ServiceEndpoint root) {
    return ask(
        FactNames.NETWORK_ID,
        root.base(),
        "/v2.0/networks",
        source -> {
          PagedList list = new PagedList(root, "/v2.0/networks", "networks");
          List<FoundNetwork> all = readable("network", list, FoundNetwork.FORM, source);
          new NetworkShape(findings).note(all, session.projectId(), source);
          NetworkChoice choice =
              list.chosen(() -> NetworkChoice.of(all, session.projectId(), wishes));
          if (choice.network().isPresent()) {
            findings.add(FactNames.NETWORK_ID, choice.network().get().id(), source);
            findings.add(FactNames.NETWORK_NAME, choice.network().get().name(), source);
            if (choice.network().get().external() && wishes.network().isEmpty()) {
              findings.add("network.choice", "external, as there is no other", source);
            }
          } else {
            findings.unavailable(
                FactNames.NETWORK_ID, "no network with a subnet, own or shared", source);
          }
          choice
              .external()
              .ifPresent(it -> findings.add(FactNames.EXTERNAL_NETWORK_ID, it.id(), source));
          list.checkWhole();
        });
  }

  private boolean extensions(ServiceEndpoint root) {
    return ask(
        FactNames.NETWORK_EXTENSIONS,
        root.base(),
        "/v2.0/extensions",
        source -> {
          PagedList list = new PagedList(root, "/v2.0/extensions", "extensions");
          List<JsonNode> all = list.records();
          if (all.size() > MOST_EXTENSIONS) {
            findings.untold(
                FactNames.NETWORK_EXTENSIONS, "the list has " + all.size() + " of them", source);
            return;
          }
          for (JsonNode it : all) {
            String alias = it.path("alias").asText("");
            findings.add(
                FactNames.networkExtension(findings.named(alias)),
                it.path("name").asText(alias),
                source);
          }
          list.checkWhole();
        });
  }

  /** The records of a list that can be read; the others are named in a fact. */
  private <T> List<T> readable(String kind, PagedList list, Form<T> form, String source) {
    Read<T> read = Read.of(list.records(), form);
    List<String> odd = read.unreadable();
    if (!odd.isEmpty()) {
      String more = odd.size() > NAMED ? " and " + (odd.size() - NAMED) + " more" : "";
      findings.add(
          kind + ".unreadable",
          String.join("; ", odd.subList(0, Math.min(NAMED, odd.size()))) + more,
          source);
    }
    return read.records();
  }

  private boolean ask(String name, URI base, String path, Probe probe) {
    return findings.ask(name, "GET " + base.getRawPath() + path, probe);
  }
}
