package org.defcore.client.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.client.objectstore.StoreHeaders.About;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.HttpRequest;

/**
 * Object storage calls. A path is empty for the account, {@code /container} or {@code
 * /container/object}. Reads ask all replicas and so get what was written last.
 */
public final class ObjectStoreClient {

  private static final String BYTES = "application/octet-stream";
  private static final String ANY = "*/*";

  private final ServiceEndpoint account;

  /**
   * @param account that of the user's project, as the catalogue has it
   */
  public ObjectStoreClient(ServiceEndpoint account) {
    this.account = account;
  }

  /** The calls of this user to the account of another. */
  public ObjectStoreClient in(ObjectStoreClient owner) {
    return new ObjectStoreClient(account.at(owner.account.base()));
  }

  /**
   * {@code GET /info} above the version, without a token; the contract says only that it is JSON.
   */
  public JsonNode getInfo() {
    return account.unversioned().get("/info").anonymous().expect(200).json();
  }

  /** {@code HEAD} of an account, a container or an object. */
  public StoreHeaders show(String path) {
    About about = about(path);
    return StoreHeaders.of(read("HEAD", path).expect(about == About.OBJECT ? 200 : 204), about);
  }

  /** {@code GET} of an account or a container as lines of names. */
  public Listing list(String path, Query... by) {
    Answer answer = Query.on(read("GET", path), by).expectOneOf(200, 204);
    List<String> lines = new String(answer.bytes(), StandardCharsets.UTF_8).lines().toList();
    return new Listing(StoreHeaders.of(answer, about(path)), lines);
  }

  /** {@code GET} of an account or a container as JSON. */
  public <T> List<T> entries(String path, Class<T[]> entries, Query... by) {
    Answer answer = Query.on(read("GET", path).query("format", "json"), by).expect(200);
    StoreHeaders.of(answer, about(path));
    return List.of(answer.as(entries));
  }

  /** {@code PUT /{container}} for one that is not there yet. */
  public StoreHeaders create(String path, Map<String, String> headers) {
    return StoreHeaders.of(with(account.put(path), headers).expect(201), About.CALL);
  }

  /** {@code PUT /{container}} for one that may be there. */
  public StoreHeaders createAgain(String path) {
    return StoreHeaders.of(account.put(path).expectOneOf(202, 201, 204), About.CALL);
  }

  /** {@code POST} of metadata and settings of an account, a container or an object. */
  public StoreHeaders update(String path, Map<String, String> headers) {
    int status = about(path) == About.OBJECT ? 202 : 204;
    return StoreHeaders.of(with(account.post(path), headers).expect(status), About.CALL);
  }

  /** {@code PUT /{container}/{object}} */
  public StoreHeaders upload(String path, byte[] data, Map<String, String> headers) {
    return StoreHeaders.of(sent(account.put(path), data, BYTES, headers).expect(201), About.UPLOAD);
  }

  /** {@code PUT /{container}/{object}} of data that is made while it is sent. */
  public StoreHeaders upload(String path, HttpRequest.Source data, HttpRequest.Framing framing) {
    return StoreHeaders.of(
        account.put(path).source(data, BYTES, framing).expect(201), About.UPLOAD);
  }

  /** {@code PUT /{container}/{object}?multipart-manifest=put} */
  public StoreHeaders join(String path, List<Segment> segments) {
    return StoreHeaders.of(
        account.put(path).query("multipart-manifest", "put").json(segments).expect(201),
        About.MANIFEST);
  }

  /**
   * {@code PUT /{container}/{object}} with {@code X-Copy-From}.
   *
   * @param from path of the source
   */
  public StoreHeaders copyFrom(String from, String to, Map<String, String> headers) {
    Call call = sent(account.put(to), new byte[0], "", headers).header("X-Copy-From", bare(from));
    return StoreHeaders.of(call.expect(201), About.UPLOAD);
  }

  /** {@code COPY /{container}/{object}} */
  public StoreHeaders copy(String from, String to) {
    Call call = account.call("COPY", from).header("Destination", bare(to));
    return StoreHeaders.of(call.expect(201), About.COPY);
  }

  /** {@code GET /{container}/{object}} */
  public StoredObject get(String path) {
    return object(read("GET", path).expect(200));
  }

  /** {@code GET /{container}/{object}} of one that may be gone. */
  public Optional<StoreHeaders> find(String path) {
    return read("GET", path).find().map(it -> StoreHeaders.of(it, About.OBJECT));
  }

  /** {@code GET /{container}/{object}} with {@code If-None-Match}; nothing if it matches. */
  public Optional<StoredObject> getUnless(String path, String etag) {
    Answer answer = read("GET", path).header("If-None-Match", etag).expectOneOf(200, 304);
    if (answer.status() == 304) {
      StoreHeaders.of(answer, About.UNCHANGED);
      return Optional.empty();
    }
    return Optional.of(object(answer));
  }

  /** {@code DELETE} of a container or an object; the answer is empty, or a report. */
  public StoreHeaders delete(String path, Query... by) {
    Call call = Query.on(account.delete(path), by);
    Answer answer = about(path) == About.OBJECT ? call.expectOneOf(204, 200) : call.expect(204);
    return StoreHeaders.of(answer, About.CALL);
  }

  /** {@code PUT /?extract-archive=tar} */
  public BulkReport extract(byte[] archive) {
    Call call = account.put("").query("extract-archive", "tar");
    return report(sent(call, archive, "application/x-tar", Map.of()));
  }

  /**
   * {@code DELETE /?bulk-delete}
   *
   * @param paths of objects and of containers, which have to be empty when their turn comes
   */
  public BulkReport deleteAll(List<String> paths) {
    byte[] lines = String.join("\n", paths).getBytes(StandardCharsets.UTF_8);
    Call call = account.delete("").query("bulk-delete", "");
    return report(sent(call, lines, "text/plain", Map.of()));
  }

  private static BulkReport report(Call call) {
    Answer answer = call.header("Accept", "application/json").expect(200);
    StoreHeaders.of(answer, About.CALL);
    return answer.as(BulkReport.class);
  }

  /** The status of {@code HEAD} by a signed link and without a token: 200, or 401 if refused. */
  public int statusBy(TemporaryUrl url) {
    return signed("HEAD", url).expectOneOf(200, 401).status();
  }

  /** {@code HEAD} by a signed link and without a token. */
  public StoreHeaders showBy(TemporaryUrl url) {
    return StoreHeaders.of(signed("HEAD", url).expect(200), About.OBJECT);
  }

  /** {@code GET} by a signed link and without a token. */
  public StoredObject getBy(TemporaryUrl url) {
    return object(signed("GET", url).header("Accept", ANY).expect(200));
  }

  /** {@code PUT} by a signed link and without a token. */
  public StoreHeaders uploadBy(TemporaryUrl url, byte[] data) {
    return StoreHeaders.of(
        sent(signed("PUT", url), data, BYTES, Map.of()).expect(201), About.UPLOAD);
  }

  private Call signed(String method, TemporaryUrl url) {
    return account
        .call(method, url.path())
        .anonymous()
        .query("temp_url_sig", url.signature(account.base().getRawPath() + url.path()))
        .query("temp_url_expires", String.valueOf(url.expires().getEpochSecond()));
  }

  private Call read(String method, String path) {
    return account.call(method, path).header("Accept", ANY).header("X-Newest", "true");
  }

  private static StoredObject object(Answer answer) {
    return new StoredObject(StoreHeaders.of(answer, About.OBJECT), answer.bytes());
  }

  private static Call with(Call call, Map<String, String> headers) {
    headers.forEach(call::header);
    return call;
  }

  private static Call sent(Call call, byte[] data, String type, Map<String, String> headers) {
    String chosen = headers.getOrDefault("Content-Type", type);
    return with(call.bytes(data, chosen, HttpRequest.Framing.CONTENT_LENGTH), headers);
  }

  private static About about(String path) {
    return path.isEmpty()
        ? About.ACCOUNT
        : path.indexOf('/', 1) < 0 ? About.CONTAINER : About.OBJECT;
  }

  private static String bare(String path) {
    return path.substring(1);
  }
}
