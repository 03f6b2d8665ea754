package org.defcore.client.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.PercentEncoding;

/**
 * Object storage calls about containers and their objects. Whoever reads gets what was written
 * last: all replicas are asked. Calls that change something give the time of their answer by the
 * cloud's own clock.
 */
public final class ObjectClient {

  private static final String NEWEST = "X-Newest";

  private final ServiceEndpoint account;

  /**
   * @param account that of the user's project, as the catalogue has it
   */
  public ObjectClient(ServiceEndpoint account) {
    this.account = account;
  }

  /** {@code PUT /{container}} for one that is not there yet. */
  public Instant createContainer(String container) {
    return ObjectHeaders.date(account.put(path(container)).expect(201));
  }

  /** {@code PUT /{container}/{object}} */
  public Instant createObject(String container, String object, byte[] data) {
    Answer answer =
        account
            .put(path(container, object))
            .bytes(data, "application/octet-stream", HttpRequest.Framing.CONTENT_LENGTH)
            .expect(201);
    return ObjectHeaders.date(answer);
  }

  /** {@code POST /{container}/{object}} with {@code X-Delete-After}. */
  public Instant expireObject(String container, String object, Duration after) {
    Answer answer =
        account
            .post(path(container, object))
            .header("X-Delete-After", String.valueOf(after.toSeconds()))
            .expect(202);
    return ObjectHeaders.date(answer);
  }

  /** {@code HEAD /{container}/{object}} */
  public ObjectHeaders showObject(String container, String object) {
    return ObjectHeaders.of(
        account.head(path(container, object)).header(NEWEST, "true").expect(200));
  }

  /** {@code GET /{container}/{object}} */
  public StoredObject getObject(String container, String object) {
    Answer answer = account.get(path(container, object)).header(NEWEST, "true").expect(200);
    return new StoredObject(ObjectHeaders.of(answer), answer.bytes());
  }

  /** {@code GET /{container}/{object}} of one that may be gone: when it was served, if it was. */
  public Optional<Instant> findObject(String container, String object) {
    Answer answer = account.get(path(container, object)).header(NEWEST, "true").send();
    if (answer.status() == 200) {
      return Optional.of(ObjectHeaders.date(answer));
    }
    if (answer.status() != 404) {
      throw answer.unexpected("200 or 404", String.valueOf(answer.status()));
    }
    return Optional.empty();
  }

  private static String path(String container) {
    return "/" + PercentEncoding.encode(container);
  }

  private static String path(String container, String object) {
    return path(container) + "/" + PercentEncoding.encode(object);
  }
}
