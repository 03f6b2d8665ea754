package org.defcore.client.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.PercentEncoding;

/**
 * Object storage calls. A read gets what was written last, as all replicas are asked. A change
 * gives the time of its answer by the cloud's own clock.
 */
public final class ObjectStoreClient {

  private static final String NEWEST = "X-Newest";

  private final ServiceEndpoint account;

  /**
   * @param account that of the user's project, as the catalogue has it
   */
  public ObjectStoreClient(ServiceEndpoint account) {
    this.account = account;
  }

  /**
   * {@code GET /info} above the version, without a token; the contract says only that it is JSON.
   */
  public JsonNode getInfo() {
    return account.unversioned().get("/info").anonymous().expect(200).json();
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

  /** {@code GET /{container}/{object}} of one that may be gone: the time at which it was served. */
  public Optional<Instant> findObject(String container, String object) {
    return account
        .get(path(container, object))
        .header(NEWEST, "true")
        .find()
        .map(ObjectHeaders::date);
  }

  private static String path(String container) {
    return "/" + PercentEncoding.encode(container);
  }

  private static String path(String container, String object) {
    return path(container) + "/" + PercentEncoding.encode(object);
  }
}
