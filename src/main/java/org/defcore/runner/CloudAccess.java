package org.defcore.runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.Session;
import org.defcore.clouds.discovery.Discovery;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.Ledger;
import org.defcore.kit.Role;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.result.Fact;
import org.defcore.result.RunUser;
import org.defcore.service.Service;

/** Everybody whom a run logs in, and the connections they use; closing it closes those. */
public final class CloudAccess implements AutoCloseable {

  private final Secrets secrets = new Secrets();
  private final Recording recording = new Recording();
  private final List<HttpTransport> transports = new ArrayList<>();
  private final Optional<CloudConfig> disposable;
  private final AtomicBoolean disposableAsked = new AtomicBoolean();
  private final List<Session> disposables = new ArrayList<>();
  private final Map<Role, Session> sessions = new EnumMap<>(Role.class);

  private CloudAccess(Optional<CloudConfig> disposable) {
    this.disposable = disposable;
    disposable.map(it -> it.credentials().secret()).ifPresent(secrets::add);
  }

  /**
   * Logs in the ordinary user, and the second project's if there is one.
   *
   * @throws org.defcore.clouds.CloudException if a login is refused or impossible
   */
  public static CloudAccess login(CloudConfig cloud, Optional<CloudConfig> second) {
    return login(cloud, second, Optional.empty());
  }

  static CloudAccess login(RunOrder order) {
    return login(order.cloud(), order.second(), order.disposable());
  }

  /**
   * As {@link #login(CloudConfig, Optional)}.
   *
   * @param disposable the user whose password tests may change; tests log it in by themselves
   */
  public static CloudAccess login(
      CloudConfig cloud, Optional<CloudConfig> second, Optional<CloudConfig> disposable) {
    CloudAccess access = new CloudAccess(disposable);
    try {
      access.login(Role.MEMBER, cloud);
      second.ifPresent(it -> access.login(Role.OTHER_MEMBER, it));
      return access;
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  private void login(Role role, CloudConfig config) {
    HttpTransport transport = new HttpTransport(config.transport(), secrets);
    transports.add(transport);
    sessions.put(role, Session.login(config, transport, recording));
  }

  /** The ordinary user's session. */
  public Session member() {
    return session(Role.MEMBER);
  }

  /**
   * @throws IllegalArgumentException if nobody is logged in as that
   */
  Session session(Role role) {
    Session session = sessions.get(role);
    if (session == null) {
      throw new IllegalArgumentException("nobody is logged in as " + role);
    }
    return session;
  }

  /** The user whose password tests may change, if there is one; the ledger has the changes. */
  Optional<DisposableUser> disposable(Ledger ledger) {
    Set<String> others =
        sessions.values().stream().map(Session::userId).collect(Collectors.toSet());
    return disposable.map(it -> new DisposableUser(it, others, secrets, ledger.passwords()));
  }

  Map<Role, Session> sessions() {
    return sessions;
  }

  /** All who are logged in, the ordinary user first. */
  List<RunUser> users() {
    return Stream.concat(sessions.values().stream(), ofDisposable().stream())
        .map(it -> new RunUser(it.config().name(), it.projectId(), it.userId()))
        .toList();
  }

  /** The session of the disposable user, unless the configured password is not the right one. */
  private List<Session> ofDisposable() {
    if (disposable.isPresent() && disposableAsked.compareAndSet(false, true)) {
      try {
        HttpTransport transport = new HttpTransport(disposable.get().transport(), secrets);
        transports.add(transport);
        disposables.add(Session.login(disposable.get(), transport, recording));
      } catch (CloudException e) {
        // The tests that need the user say so, with the reason.
        return List.of();
      }
    }
    return disposables;
  }

  Secrets secrets() {
    return secrets;
  }

  /** Observes every service in the catalogue; creates nothing. */
  public List<Fact> observe() {
    Set<Service> offered =
        Arrays.stream(Service.values())
            .filter(it -> member().catalogue().endpoint(it.word()).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    return Discovery.observe(member(), offered, recording);
  }

  /** The exchanges of login and discovery. */
  Recording recording() {
    return recording;
  }

  /** Returns whether a header of the answers names the simulated cloud. */
  boolean simulated() {
    return recording.exchanges().stream()
        .flatMap(it -> it.responseHeaders().stream())
        .anyMatch(it -> it.name().equalsIgnoreCase("X-Simulated-Cloud"));
  }

  @Override
  public void close() {
    transports.forEach(HttpTransport::close);
  }
}
