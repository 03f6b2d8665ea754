package org.defcore.client.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.client.ClientTrial;
import org.defcore.client.Query;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreClientTest {

  private static final String ID = "tx0123456789abcdef01234-00697deec0";
  private static final Map<String, String> OBJECT =
      Map.of(
          "ETag", "900150983cd24fb0d6963f7d28e17f72",
          "Last-Modified", "Sat, 31 Jan 2026 12:00:01 GMT",
          "X-Timestamp", "1769860800.12345",
          "Content-Type", "text/plain",
          "X-Trans-Id", ID,
          "X-Delete-At", "1769860810");

  private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

  private static final ClientTrial<ObjectStoreClient> CLIENT =
      ClientTrial.of(ObjectStoreClient::new, "/swift/v1/AUTH_p");

  private static final ClientTrial<ObjectStoreClient> THERE = CLIENT.with(OBJECT);
  private static final Map<String, String> NONE = Map.of();
  private static final List<Segment> SEGMENTS = List.of(new Segment("/box/part", "9001", 4));
  private static final ClientTrial<ObjectStoreClient> BOX =
      CLIENT.with(
          Map.of(
              "X-Timestamp", "1769860800.12345",
              "X-Container-Bytes-Used", "8",
              "X-Container-Object-Count", "2",
              "X-Storage-Policy", "gold",
              "Content-Type", "text/plain",
              "X-Trans-Id", ID));

  @Test
  void readsTheCapabilitiesWithoutATokenFromAboveTheVersion() {
    Asked asked = CLIENT.sends(200, "{\"swift\": {}}", ObjectStoreClient::getInfo);

    assertThat(asked.line()).isEqualTo("GET /swift/info");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
    CLIENT.refuses(200, "swift", ObjectStoreClient::getInfo, "GET /info");
  }

  @Test
  void createsAContainerAndTellsWhenByTheCloudsClock() {
    StoreHeaders answer = THERE.reads(201, "", it -> it.create("/box", Map.of("X-A", "b")));
    Asked asked = THERE.sends(201, "", it -> it.create("/box", Map.of("X-A", "b")));

    assertThat(answer.answered()).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
    assertThat(asked.line()).isEqualTo("PUT /swift/v1/AUTH_p/box");
    assertThat(asked.headers()).containsEntry("x-a", "b");
    THERE.sends(202, "", it -> it.createAgain("/box"));
    CLIENT.refuses(
        201,
        "",
        it -> it.create("/box", NONE),
        "PUT /box: expected header Content-Type but found none");
  }

  @Test
  void uploadsAnObject() {
    Asked asked = THERE.sends(201, "", it -> it.upload("/box/a/b", DATA, NONE));

    assertThat(asked.line()).isEqualTo("PUT /swift/v1/AUTH_p/box/a/b");
    assertThat(asked.body()).isEqualTo("data");
    assertThat(asked.headers()).containsEntry("content-type", "application/octet-stream");
  }

  @ParameterizedTest
  @CsvSource({"'', 204", "/box, 204", "/box/thing, 202"})
  void updatesByTheStatusOfThePlace(String path, int status) {
    Asked asked = THERE.sends(status, "", it -> it.update(path, Map.of("X-Note", "")));

    assertThat(asked.line()).isEqualTo("POST /swift/v1/AUTH_p" + path);
    assertThat(asked.headers()).containsEntry("x-note", "");
    THERE.refuses(200, "", it -> it.update(path, NONE), "expected " + status + " but found 200");
  }

  @Test
  void readsAnObjectFromItsNewestReplica() {
    StoredObject object = THERE.reads(200, "data", it -> it.get("/box/thing"));
    Asked asked = THERE.sends(200, "data", it -> it.get("/box/thing"));

    assertThat(object.data()).isEqualTo(DATA);
    assertThat(object.headers().deleteAt()).contains(Instant.ofEpochSecond(1769860810L));
    assertThat(object.headers().find("etag")).contains("900150983cd24fb0d6963f7d28e17f72");
    assertThat(asked.line()).isEqualTo("GET /swift/v1/AUTH_p/box/thing");
    assertThat(asked.headers()).containsEntry("x-newest", "true").containsEntry("accept", "*/*");
  }

  @Test
  void readsNoDateOfAnObjectThatIsToStay() {
    StoredObject object =
        objectWith("X-Delete-At", null).reads(200, "data", it -> it.get("/box/thing"));

    assertThat(object.headers().deleteAt()).isEmpty();
  }

  @Test
  void readsAnObjectUnlessItIsKnown() {
    Asked asked = THERE.sends(200, "data", it -> it.getUnless("/box/thing", "9001"));

    assertThat(asked.headers()).containsEntry("if-none-match", "9001");
    THERE
        .assertRead(200, "data", it -> it.getUnless("/box/thing", "9001").isPresent())
        .isEqualTo(true);
    CLIENT
        .assertRead(304, "", it -> it.getUnless("/box/thing", "9001"))
        .isEqualTo(Optional.empty());
  }

  @Test
  void readsTheChecksumOfALargeObjectInQuotes() {
    ClientTrial<ObjectStoreClient> bare = objectWith("X-Static-Large-Object", "True");
    Map<String, String> quoted = new TreeMap<>(OBJECT);
    quoted.put("ETag", "\"9001\"");

    bare.refuses(
        200,
        "",
        it -> it.get("/box/thing"),
        "expected letters and digits in quotes in header ETag");
    bare.refuses(201, "", it -> it.join("/box/thing", List.of()), "in quotes in header ETag");
    assertThat(CLIENT.with(quoted).sends(201, "", it -> it.join("/box/thing", SEGMENTS)).body())
        .isEqualTo("[{\"path\":\"/box/part\",\"etag\":\"9001\",\"size_bytes\":4}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ETag          |            | expected header ETag but found none
          ETag          | "9001"     | expected letters and digits in header ETag
          Last-Modified |            | expected header Last-Modified but found none
          X-Trans-Id    |            | expected header X-Trans-Id but found none
          X-Trans-Id    | tx1        | expected a transaction id in header X-Trans-Id
          X-Timestamp   |            | expected header X-Timestamp but found none
          X-Timestamp   | 2026-01-31 | expected seconds since 1970 in header X-Timestamp
          X-Delete-At   | tomorrow   | expected whole seconds since 1970 in header X-Delete-At
          X-Delete-At   | 17.5       | expected whole seconds since 1970 in header X-Delete-At
          Accept-Ranges | none       | expected "bytes" in header Accept-Ranges
          """)
  void refusesAnObjectWithTheHeader(String name, String value, String reason) {
    objectWith(name, value)
        .refuses(200, "data", it -> it.get("/box/thing"), "GET /box/thing: " + reason);
  }

  private static ClientTrial<ObjectStoreClient> objectWith(String header, String value) {
    Map<String, String> headers = new TreeMap<>(OBJECT);
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }
    return CLIENT.with(headers);
  }

  @Test
  void findsWhatIsThereAndMissesWhatIsNot() {
    Optional<StoreHeaders> served = THERE.reads(200, "data", it -> it.find("/box/thing"));

    assertThat(served).isPresent();
    CLIENT.assertRead(404, "{}", it -> it.find("/box/thing")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 410})
  void takesNoOtherAnswerForAnObjectThatIsGone(int status) {
    CLIENT.refuses(
        status,
        "{}",
        it -> it.find("/box/thing"),
        "GET /box/thing: expected 200 or 404 but found " + status);
  }

  @Test
  void listsTheNamesInAContainer() {
    Listing listing = BOX.reads(200, "a\nb c\n", it -> it.list("/box"));
    Asked asked = BOX.sends(200, "", it -> it.list("/box", Query.by("marker", "a b")));

    assertThat(listing.names()).containsExactly("a", "b c");
    assertThat(listing.headers().count("X-Container-Object-Count")).isEqualTo(2);
    assertThat(asked.line()).isEqualTo("GET /swift/v1/AUTH_p/box?marker=a%20b");
    assertThat(BOX.reads(204, "", it -> it.list("/box")).names()).isEmpty();
    THERE.refuses(200, "a", it -> it.list("/box"), "expected header X-Container-Bytes-Used");
    THERE.refuses(200, "a", it -> it.list(""), "expected header X-Account-Bytes-Used");
  }

  @Test
  void listsEntriesOfAContainer() {
    String entry = "{\"name\": \"a\", \"hash\": \"9001\", \"bytes\": 4, \"content_type\": \"t\"";
    String changed = ", \"last_modified\": \"2026\"}";

    assertThat(BOX.reads(200, "[" + entry + changed + "]", ObjectStoreClientTest::entries))
        .containsExactly(new ListedObject("a", "9001", 4, "t", "2026"));
    BOX.refuses(200, "[" + entry + "}]", ObjectStoreClientTest::entries, "last_modified");
    assertThat(BOX.sends(200, "[]", ObjectStoreClientTest::entries).line())
        .isEqualTo("GET /swift/v1/AUTH_p/box?format=json");
  }

  private static List<ListedObject> entries(ObjectStoreClient store) {
    return store.entries("/box", ListedObject[].class);
  }

  @Test
  void readsTheReportsOfRequestsAboutManyThings() {
    String failed =
        """
        {"Response Status": "400 Bad Request", "Number Files Created": 1,
         "Errors": [["box/b", "413 Request Entity Too Large"]], "Response Body": ""}
        """;
    BulkReport report = THERE.reads(200, failed, it -> it.extract(DATA));
    Asked extract = THERE.sends(200, failed, it -> it.extract(DATA));
    Asked delete =
        THERE.sends(
            200,
            failed.replace("Files Created", "Deleted"),
            it -> it.deleteAll(List.of("/box/a", "/box")));

    assertThat(report.status()).isEqualTo("400 Bad Request");
    assertThat(report.done()).isEqualTo(1);
    assertThat(report.errors()).containsExactly(List.of("box/b", "413 Request Entity Too Large"));
    assertThat(extract.line()).isEqualTo("PUT /swift/v1/AUTH_p?extract-archive=tar");
    assertThat(extract.headers()).containsEntry("accept", "application/json");
    assertThat(delete.line()).isEqualTo("DELETE /swift/v1/AUTH_p?bulk-delete=");
    assertThat(delete.headers()).containsEntry("content-type", "text/plain");
    assertThat(delete.body()).isEqualTo("/box/a\n/box");
    THERE.refuses(200, "{}", it -> it.extract(DATA), "Response Status");
    THERE.refuses(201, failed, it -> it.extract(DATA), "expected 200 but found 201");
  }

  @Test
  void copiesToAndFrom() {
    Map<String, String> copied = new TreeMap<>(OBJECT);
    copied.put("X-Copied-From", "box/a");
    copied.put("X-Copied-From-Last-Modified", "Sat, 31 Jan 2026 12:00:01 GMT");
    Asked copy = CLIENT.with(copied).sends(201, "", it -> it.copy("/box/a", "/other/b"));
    Asked put = THERE.sends(201, "", it -> it.copyFrom("/box/a", "/other/b", NONE));

    assertThat(copy.line()).isEqualTo("COPY /swift/v1/AUTH_p/box/a");
    assertThat(copy.headers()).containsEntry("destination", "other/b");
    assertThat(put.line()).isEqualTo("PUT /swift/v1/AUTH_p/other/b");
    assertThat(put.headers()).containsEntry("x-copy-from", "box/a");
    THERE.refuses(201, "", it -> it.copy("/box/a", "/b/c"), "expected header X-Copied-From");
  }

  @Test
  void signsLinksAsTheStoreReadsThem() {
    Instant expires = Instant.ofEpochSecond(1769860800);
    TemporaryUrl url = new TemporaryUrl("GET", "/box/thing", expires, "HmacSHA1", "key");

    Asked asked = THERE.sends(200, "data", it -> it.getBy(url));

    assertThat(asked.line())
        .isEqualTo(
            "GET /swift/v1/AUTH_p/box/thing?temp_url_sig=%s&temp_url_expires=1769860800",
            "c80e5bc3dbc1b33b04afe3c2f2fc1c7638d92e7f");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
    assertThat(url).hasToString("TemporaryUrl[GET /box/thing]");
  }
}
