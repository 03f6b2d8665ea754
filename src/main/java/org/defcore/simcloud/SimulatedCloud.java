package org.defcore.simcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.compute.ComputeDefect;
import org.defcore.simcloud.compute.ComputeService;
import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.defect.KnownDefects;
import org.defcore.simcloud.defect.SpecialDefect;
import org.defcore.simcloud.dns.DnsDefect;
import org.defcore.simcloud.dns.DnsService;
import org.defcore.simcloud.guest.GuestDefect;
import org.defcore.simcloud.guest.GuestDoor;
import org.defcore.simcloud.guest.GuestFlaws;
import org.defcore.simcloud.identity.Account;
import org.defcore.simcloud.identity.Catalogue;
import org.defcore.simcloud.identity.IdentityDefect;
import org.defcore.simcloud.identity.IdentityService;
import org.defcore.simcloud.identity.PasswordRules;
import org.defcore.simcloud.identity.TokenStore;
import org.defcore.simcloud.image.ImageData;
import org.defcore.simcloud.image.ImageDefect;
import org.defcore.simcloud.image.ImageService;
import org.defcore.simcloud.network.NetworkDefect;
import org.defcore.simcloud.network.NetworkService;
import org.defcore.simcloud.network.NetworkStore;
import org.defcore.simcloud.objectstore.ObjectStoreDefect;
import org.defcore.simcloud.objectstore.ObjectStoreService;
import org.defcore.simcloud.orchestration.OrchestrationDefect;
import org.defcore.simcloud.orchestration.OrchestrationService;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.volume.VolumeDefect;
import org.defcore.simcloud.volume.VolumeService;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Router;
import org.defcore.simcloud.wire.Service;

/** A running OpenStack of one region and three ordinary users, on the loopback address. */
public final class SimulatedCloud implements AutoCloseable {

  private static final String PROVIDER = Ids.builtInHex("project provider");
  private static final List<List<String>> RULES =
      List.of(List.of("password", "totp"), List.of("application_credential"));
  private static final String MULTIFACTOR =
      "    auth_type: v3multifactor\n    auth_methods: [v3password, v3totp]\n";
  private static final String PRIVATE = "10.0.";
  private static final String LOOPBACK = "127.20.";
  private static final List<Catalogue.Entry> CATALOGUE =
      List.of(
          new Catalogue.Entry("image", "glance", "/image"),
          new Catalogue.Entry("volumev3", "cinder", "/volume/v3/{project}"),
          new Catalogue.Entry("network", "neutron", "/network"),
          new Catalogue.Entry("compute", "nova", "/compute/v2.1"),
          new Catalogue.Entry("identity", "keystone", "/identity/v3"),
          new Catalogue.Entry("block-storage", "cinder", "/volume/v3/{project}"),
          new Catalogue.Entry("object-store", "swift", "/object-store/v1/AUTH_{project}"),
          new Catalogue.Entry("dns", "designate", "/dns"),
          new Catalogue.Entry("orchestration", "heat", "/orchestration/v1/{project}"));

  private final LoopbackServer server;
  private final ImageData imageData;
  private final Optional<GuestDoor> guests;
  private final List<Service> services;
  private final List<Account> accounts;
  private final Defects defects;
  private final TokenStore tokens;

  private SimulatedCloud(SimulatedCloudOptions options, Defects defects) throws IOException {
    this.defects = defects;
    server = LoopbackServer.bind(options.port());
    tokens = new TokenStore(options.clock());
    accounts =
        accounts(options, options.password().isEmpty() ? tokens.random(12) : options.password());
    imageData = new ImageData();
    ImageService images = new ImageService(imageData, timing(options), defects);
    images.addPublicImages(PROVIDER, options.kind().traits().image());
    Catalogue catalogue = new Catalogue(root(), CATALOGUE);
    IdentityService identity = new IdentityService(accounts, catalogue, tokens, defects);
    Services made = services(identity, images, options, defects);
    services = made.all();
    guests =
        options.guests()
            ? Optional.of(GuestDoor.open(new GuestFlaws(made.compute()::guest, defects)))
            : Optional.empty();
    List<Router> routers = services.stream().map(it -> new Router(it, options.clock())).toList();
    server.serve(new Gateway(routers, tokens, defects, server.closed()));
  }

  /**
   * Starts a cloud; it is ready when this returns.
   *
   * @throws org.defcore.simcloud.defect.DefectException for a defect that does not exist
   */
  public static SimulatedCloud start(SimulatedCloudOptions options) {
    Defects defects = Defects.none();
    defects.switchOn(options.defects(), known());
    try {
      return new SimulatedCloud(options, defects);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "simulated cloud: cannot listen on port %d: %s".formatted(options.port(), e.getMessage()),
          e);
    }
  }

  /** Every defect, one line each; generic ones are for each of {@link #operations()}. */
  public static List<Defect> defects() {
    return known().all();
  }

  /**
   * Switches on defects in the running cloud.
   *
   * @throws org.defcore.simcloud.defect.DefectException for a defect that does not exist
   */
  public void switchOn(List<String> names) {
    defects.switchOn(names, known());
  }

  private static KnownDefects known() {
    List<SpecialDefect> special = new ArrayList<>();
    for (SpecialDefect[] some :
        List.<SpecialDefect[]>of(
            ComputeDefect.values(),
            IdentityDefect.values(),
            ImageDefect.values(),
            NetworkDefect.values(),
            VolumeDefect.values(),
            ObjectStoreDefect.values(),
            DnsDefect.values(),
            OrchestrationDefect.values(),
            GuestDefect.values())) {
      special.addAll(List.of(some));
    }
    return new KnownDefects(special, operations());
  }

  /** Switches off all defects; what they have done to the cloud stays. */
  public void switchOffDefects() {
    defects.switchOff();
  }

  /** The names of all operations, sorted. */
  public static List<String> operations() {
    return Operations.NAMES;
  }

  private static Timing timing(SimulatedCloudOptions options) {
    return new Timing(options.clock(), options.pace());
  }

  public int port() {
    return server.port();
  }

  /** Port of all guests for SSH, each at its own address; absent unless it was asked for. */
  public Optional<Integer> guestPort() {
    return guests.map(GuestDoor::port);
  }

  /** URL of the identity service, with its version. */
  public String authUrl() {
    return root() + "/identity/v3";
  }

  /** Text of a {@code clouds.yaml} with {@code simulated}, {@code simulated-alt} and the rest. */
  public String cloudsYaml() {
    StringBuilder yaml = new StringBuilder("clouds:\n");
    for (Account account : accounts) {
      yaml.append(
          """
            %s:
              region_name: %s
              identity_api_version: 3
          %s    auth:
                auth_url: %s
                username: %s
                password: "%s"
                project_name: %s
                user_domain_name: Default
                project_domain_name: Default
          """
              .formatted(
                  account.name().replace("demo", "simulated"),
                  Catalogue.REGION,
                  account.rules().isEmpty() ? "" : MULTIFACTOR,
                  authUrl(),
                  account.name(),
                  account.password().replace("\\", "\\\\").replace("\"", "\\\""),
                  account.name()));
    }
    return yaml.toString();
  }

  /** Resources beyond the built-in ones, sorted: {@code image <id> <name>} and the like. */
  public List<String> resources() {
    return services.stream().flatMap(it -> it.resources().stream()).sorted().toList();
  }

  /** Every token that was ever issued, valid or not, the first one first. */
  public List<String> issuedTokens() {
    return tokens.everIssued();
  }

  @Override
  public void close() {
    server.close();
    guests.ifPresent(GuestDoor::close);
    imageData.close();
  }

  private String root() {
    return "http://127.0.0.1:" + server.port();
  }

  private static List<Account> accounts(SimulatedCloudOptions options, String password) {
    List<List<String>> rules = options.totp().isPresent() ? RULES : List.of();
    return List.of(
        account("demo", password, options, rules),
        account("demo-alt", password, options, List.of()),
        account("demo-disposable", password, options, List.of()));
  }

  private static Account account(
      String name, String password, SimulatedCloudOptions options, List<List<String>> rules) {
    return new Account(
        name,
        Ids.builtInHex("user " + name),
        Ids.builtInHex("project " + name),
        password,
        options.totp(),
        rules,
        name.equals("demo-disposable") ? PasswordRules.STRICT : PasswordRules.NONE);
  }

  /** Names of operations, which are the same in every cloud and so read once. */
  private static final class Operations {

    private static final List<String> NAMES = read();

    private static List<String> read() {
      Defects none = Defects.none();
      SimulatedCloudOptions options = SimulatedCloudOptions.usual();
      IdentityService identity =
          new IdentityService(
              accounts(options, ""),
              new Catalogue("", CATALOGUE),
              new TokenStore(options.clock()),
              none);
      ImageService images = new ImageService(new ImageData(), timing(options), none);
      return services(identity, images, options, none).all().stream()
          .flatMap(it -> it.operations().stream())
          .map(Operation::name)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private record Services(ComputeService compute, List<Service> all) {}

  private static Services services(
      IdentityService identity,
      ImageService images,
      SimulatedCloudOptions options,
      Defects defects) {
    Clock clock = options.clock();
    Timing timing = new Timing(clock, options.pace());
    VolumeStore volumes = new VolumeStore(timing, options.volumes());
    List<String> projects = accounts(options, "").stream().map(Account::projectId).toList();
    NetworkStore networks =
        new NetworkStore(projects, options.guests() ? LOOPBACK : PRIVATE, clock, defects);
    ComputeService.World world =
        new ComputeService.World(
            options.kind(), networks, images.library(), volumes, timing, options.disks());
    ComputeService compute = new ComputeService(world, defects);
    NetworkService network = new NetworkService(networks);
    VolumeService volume = new VolumeService(volumes, images.library(), defects);
    return new Services(
        compute,
        List.of(
            identity,
            compute,
            images,
            network,
            volume,
            new ObjectStoreService(clock, defects),
            new DnsService(timing, defects),
            new OrchestrationService(timing, defects, List.of(compute, network, volume))));
  }
}
