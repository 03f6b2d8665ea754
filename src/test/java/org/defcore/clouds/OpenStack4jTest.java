package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.NoAnswer;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstack4j.api.exceptions.OS4JException;
import org.openstack4j.api.exceptions.ResponseException;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.compute.Keypair;

class OpenStack4jTest {

  private final TinyCloud cloud = new TinyCloud();
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());
  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void asksTheServiceAndRecords() {
    cloud.get(
        "/compute/v2.1/flavors/detail",
        "{'flavors': [{'id': '7', 'name': 'small', 'ram': 64, 'disk': 1, 'vcpus': 1}]}");

    List<? extends Flavor> flavors =
        as("anna").call(recording, os -> os.compute().flavors().list());

    assertThat(flavors).extracting(Flavor::getId).containsExactly("7");
    assertThat(recording.exchanges())
        .extracting(it -> it.method() + " " + it.uri())
        .containsExactly("GET " + cloud.url() + "/compute/v2.1/flavors/detail");
    assertThat(recording.exchanges().toString()).doesNotContain("token-anna-1");
  }

  @Test
  void sendsJsonAndQueries() {
    cloud.on(
        "POST /compute/v2.1/os-keypairs",
        Reply.json(200, "{\"keypair\": {\"name\": \"k y\", \"fingerprint\": \"f\"}}"));
    cloud.get("/network/v2.0/networks", "{'networks': []}");
    OpenStack4j openstack = as("anna");

    Keypair created = openstack.call(recording, os -> os.compute().keypairs().create("k y", null));
    openstack.call(recording, os -> os.networking().network().list(Map.of("name", "a b&c=d")));

    assertThat(created.getFingerprint()).isEqualTo("f");
    assertThat(cloud.seen().get(1).body()).contains("\"keypair\"", "\"name\" : \"k y\"");
    assertThat(cloud.seen().get(2).line())
        .isEqualTo("GET /network/v2.0/networks?name=a%20b%26c%3Dd");
  }

  @Test
  void takesNoNoticeOfWhatStandsBesideTheObject() {
    cloud.on(
        "POST /compute/v2.1/os-keypairs",
        Reply.json(200, "{\"a\": 1, \"keypair\": {\"name\": \"k\", \"rack\": 7}, \"vendor\": {}}"));

    Keypair created = as("anna").call(recording, os -> os.compute().keypairs().create("k", null));

    assertThat(created.getName()).isEqualTo("k");
  }

  @Test
  void sendsBytes() {
    cloud.on("PUT /object-store/box/thing", new Reply(201, Map.of("ETag", "e7a9"), ""));

    String etag =
        as("anna")
            .call(
                recording,
                os ->
                    os.objectStorage()
                        .objects()
                        .put(
                            "box",
                            "thing",
                            Payloads.create(new ByteArrayInputStream(new byte[] {'h', 'i'}))));

    assertThat(etag).isEqualTo("e7a9");
    assertThat(cloud.seen().get(1).body()).isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 413, 501})
  void reportsADeletionThatFailed(int status) {
    cloud.on("DELETE /compute/v2.1/servers/s1", Reply.json(status, "{}"));

    assertThatThrownBy(() -> as("anna").call(recording, os -> os.compute().servers().delete("s1")))
        .isInstanceOfSatisfying(
            ResponseException.class, it -> assertThat(it.getStatus()).isEqualTo(status))
        .hasMessage("DELETE /compute/v2.1/servers/s1: expected success but found " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void reportsThatTheServiceWasNotReached(int status) {
    cloud.on("DELETE /compute/v2.1/servers/s1", Reply.json(status, "{}").with("Retry-After", "0"));

    assertThatThrownBy(() -> as("anna").call(recording, os -> os.compute().servers().delete("s1")))
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith(
            "DELETE /compute/v2.1/servers/s1: expected success but found " + status + " (");
  }

  @Test
  void usesAnotherTokenWhenAServiceRefusesTheOld() {
    cloud.on(
        "DELETE /compute/v2.1/servers/s1",
        asked -> Reply.json(asked.token().endsWith("-1") ? 401 : 204, ""));

    assertThat(as("anna").call(recording, os -> os.compute().servers().delete("s1")).isSuccess())
        .isTrue();
  }

  @Test
  void reportsADeletionThatWasRefused() {
    cloud.on("DELETE /compute/v2.1/servers/s1", Reply.json(409, "{}"));

    assertThat(as("anna").call(recording, os -> os.compute().servers().delete("s1")).isSuccess())
        .isFalse();
  }

  @Test
  void readsAMissingResourceAsNone() {
    assertThat((Object) as("anna").call(recording, os -> os.compute().servers().get("gone")))
        .isNull();
  }

  @Test
  void keepsTwoUsersOfOneThreadApart() {
    cloud.get("/compute/v2.1/flavors/detail", "{'flavors': []}");
    OpenStack4j anna = as("anna");
    OpenStack4j ben = as("ben");

    anna.call(recording, os -> os.compute().flavors().list());
    ben.call(recording, os -> os.compute().flavors().list());
    anna.call(
        recording,
        os -> {
          ben.call(recording, other -> other.compute().flavors().list());
          return os.compute().flavors().list();
        });

    assertThat(cloud.seen().stream().filter(it -> it.method().equals("GET")))
        .extracting(Asked::token)
        .containsExactly("token-anna-1", "token-ben-2", "token-ben-2", "token-anna-1");
  }

  @Test
  void servesEightThreads() throws Exception {
    cloud.on(
        "GET /compute/v2.1/servers/anna", seen -> server(seen.token(), "token-anna-1", "anna"));
    cloud.on("GET /compute/v2.1/servers/ben", seen -> server(seen.token(), "token-ben-2", "ben"));
    OpenStack4j anna = as("anna");
    OpenStack4j ben = as("ben");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> names = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        names.add(threads.submit(() -> name(anna, "anna")));
        names.add(threads.submit(() -> name(ben, "ben")));
      }
      for (int i = 0; i < names.size(); i++) {
        assertThat(names.get(i).get()).isEqualTo(i % 2 == 0 ? "anna" : "ben");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(recording.exchanges()).hasSize(200);
  }

  @Test
  void failsWhereThereIsNoSuchService() {
    cloud.serving("compute");
    OpenStack4j anna = as("anna");

    assertThatThrownBy(() -> anna.call(recording, os -> os.blockStorage().volumes().list()))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("volume: expected an endpoint (public) but found none");
    assertThatThrownBy(() -> anna.call(recording, os -> os.share().shares().list()))
        .isInstanceOf(OS4JException.class)
        .hasMessage("service SHARE is not used here");
  }

  @Test
  void passesOnThatNoAnswerCame() {
    OpenStack4j anna = as("anna");
    cloud.close();

    assertThatThrownBy(() -> anna.call(recording, os -> os.compute().flavors().list()))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void namesTheCallWhoseAnswerIsNoJson() {
    cloud.on("GET /compute/v2.1/flavors/detail", new Reply(200, Map.of(), "<html>"));

    assertThatThrownBy(() -> as("anna").call(recording, os -> os.compute().flavors().list()))
        .isInstanceOf(ResponseException.class)
        .hasMessage(
            "/compute/v2.1/flavors/detail: expected JSON of a Flavors but found something else");
  }

  private String name(OpenStack4j openstack, String server) {
    return openstack.call(recording, os -> os.compute().servers().get(server).getName());
  }

  private static Reply server(String token, String expected, String name) {
    return token.equals(expected)
        ? Reply.json(200, "{\"server\": {\"id\": \"1\", \"name\": \"" + name + "\"}}")
        : Reply.json(403, "{}");
  }

  private OpenStack4j as(String user) {
    return new OpenStack4j(
        Session.login(
            cloud.config(cloud.url(), TinyCloud.password(user)), transport, new Recording()));
  }
}
