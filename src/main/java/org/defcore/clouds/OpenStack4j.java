package org.defcore.clouds;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.defcore.http.message.Recording;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.Config;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.openstack.OSFactory;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;
import org.openstack4j.openstack.internal.OSClientSession;
import org.openstack4j.openstack.internal.OSClientSession.OSClientSessionV3;

/**
 * The way to openstack4j, for fixtures, clean-up and observation; never for what a claim rests on.
 * Safe for use by many threads.
 *
 * <p>openstack4j keeps the user of a thread in a ThreadLocal and takes whoever came last, so every
 * call sets its own. A missing resource reads as null or as an empty list; a failed deletion that
 * openstack4j would not notice throws.
 */
public final class OpenStack4j {

  private final Session session;
  private final AtomicReference<@Nullable KeystoneToken> known = new AtomicReference<>();

  /** For the user and project of a session, without a login of its own. */
  public OpenStack4j(Session session) {
    this.session = session;
  }

  /**
   * Runs some calls as the user of the session; each exchange goes into the recording.
   *
   * @param calls must not hand the client on to another thread, nor out
   * @throws org.openstack4j.api.exceptions.OS4JException if the cloud refuses
   * @throws org.defcore.http.NoAnswer if no answer comes
   */
  public <R> R call(Recording recording, Function<OSClientV3, R> calls) {
    TokenGrant grant = session.grant();
    CloudContext context = new CloudContext(session, recording, grant.catalogue());
    Config config = Config.newConfig().withEndpointURLResolver(context);
    OSClientSession<?, ?> outer = OSClientSession.getCurrent();
    try {
      return calls.apply(OSFactory.clientFromToken(token(grant), config));
    } finally {
      restore(outer);
    }
  }

  /** Calls within calls: the outer user is back when the inner one is done. */
  private static void restore(@Nullable OSClientSession<?, ?> outer) {
    if (outer instanceof OSClientSessionV3 session) {
      OSClientSessionV3.createSession(
              session.getToken(),
              session.getPerspective(),
              session.getProvider(),
              session.getConfig())
          .headers(session.getHeaders());
    }
  }

  private KeystoneToken token(TokenGrant grant) {
    KeystoneToken last = known.get();
    if (last != null && grant.token().equals(last.getId())) {
      return last;
    }
    try {
      KeystoneToken token =
          ObjectMapperSingleton.getContext(KeystoneToken.class)
              .readerFor(KeystoneToken.class)
              .readValue("{\"token\":" + grant.answer() + "}");
      token.setId(grant.token());
      known.set(token);
      return token;
    } catch (JsonProcessingException e) {
      throw new CloudException(
          CloudException.Kind.CLOUD,
          "cloud '%s': expected a token that openstack4j can read but found another"
              .formatted(session.config().name()),
          e);
    }
  }
}
