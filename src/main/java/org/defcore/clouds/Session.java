package org.defcore.clouds;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.http.HttpTransport;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TokenSource;
import org.defcore.http.message.Recording;
import org.defcore.result.Deviation;
import org.defcore.service.Service;

/**
 * One user logged in to one project. Safe for use by many threads; logs in again by itself before
 * its token expires, and when a service refuses it although it is valid.
 */
public final class Session implements TokenSource {

  // The first login finds out whether there is a cloud at all, and a person waits for it.
  private static final Duration FIRST_CONTACT = Duration.ofSeconds(8);

  private final CloudConfig config;
  private final HttpTransport transport;
  private final Recording recording;
  private final Clock clock;
  private final Object renewing = new Object();
  private volatile TokenGrant grant;

  /**
   * Logs in.
   *
   * @param recording takes this login and those that renew the token
   * @throws CloudException if that is refused or impossible
   */
  public static Session login(CloudConfig config, HttpTransport transport, Recording recording) {
    return login(config, transport, recording, Clock.systemUTC());
  }

  static Session login(
      CloudConfig config, HttpTransport transport, Recording recording, Clock clock) {
    return new Session(config, transport, recording, clock);
  }

  private Session(CloudConfig config, HttpTransport transport, Recording recording, Clock clock) {
    this.config = config;
    this.transport = transport;
    this.recording = recording;
    this.clock = clock;
    this.grant = login(FIRST_CONTACT);
  }

  public CloudConfig config() {
    return config;
  }

  /**
   * A valid token, scoped to the project.
   *
   * @throws CloudException if the last one is about to expire and a new login does not work
   */
  @Override
  public String token() {
    return grant().token();
  }

  /** Logs in again, unless that was done since the token was given out. */
  @Override
  public Optional<String> inPlaceOf(String refused) {
    if (config.credentials().method().needsPasscode()) {
      return Optional.empty();
    }
    synchronized (renewing) {
      if (grant.token().equals(refused)) {
        try {
          grant = login(config.transport().response());
        } catch (CloudException e) {
          return Optional.empty();
        }
      }
      return Optional.of(grant.token());
    }
  }

  public String userId() {
    return grant.text("user", "id");
  }

  public String userName() {
    return grant.text("user", "name");
  }

  public String projectId() {
    return grant.text("project", "id");
  }

  public String projectName() {
    return grant.text("project", "name");
  }

  /** The domain without which the name of the project means nothing. */
  public String projectDomainId() {
    return grant.answer().path("project").path("domain").path("id").asText("");
  }

  public ServiceCatalogue catalogue() {
    return grant.catalogue();
  }

  /** Deviations of the configuration, and proxies on the way to any of the services. */
  public List<Deviation> deviations() {
    Stream<Deviation> proxies =
        Stream.concat(Stream.of(config.authUrl()), catalogue().addresses())
            .flatMap(it -> config.proxy(it).stream())
            .map(it -> "requests go through %s, by %s".formatted(it.address(), it.setting()))
            .distinct()
            .sorted()
            .map(it -> new Deviation("proxy", it));
    return Stream.concat(config.deviations().stream(), proxies).toList();
  }

  /** As {@link #service(String, Recording)}. */
  public ServiceEndpoint service(Service service, Recording recording) {
    return service(service.word(), recording);
  }

  /**
   * One service for this user, on behalf of the test that records.
   *
   * @param service as {@link ServiceCatalogue#endpoint}
   * @throws CloudException if the catalogue has no such service
   */
  public ServiceEndpoint service(String service, Recording recording) {
    return new ServiceEndpoint(transport, recording, catalogue().required(service), this);
  }

  /** The text without the secrets that this session has sent or received. */
  public String redact(String text) {
    return transport.secrets().redact(text);
  }

  HttpTransport transport() {
    return transport;
  }

  /** The result of the login, renewed if necessary. */
  TokenGrant grant() {
    TokenGrant current = grant;
    if (clock.instant().isBefore(current.renewFrom())) {
      return current;
    }
    synchronized (renewing) {
      if (!clock.instant().isBefore(grant.renewFrom())) {
        if (config.credentials().method().isOnce()) {
          throw new LoginProblem(config, IdentityUrl.of(config.authUrl()).tokens()).expired();
        }
        grant = login(config.transport().response());
      }
      return grant;
    }
  }

  private TokenGrant login(Duration longest) {
    return new Login(config, transport, clock, longest).grant(recording);
  }
}
