package org.defcore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;
import org.defcore.service.Service;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final String TEST = "1e341d7a-90a9-494c-b143-2cdf2aeb6aee";
  private static final Instant BEGIN = Instant.parse("2026-11-30T10:00:00Z");
  private static final String ADDRESS = "http://cloud/compute/v2.1";
  private static final String METADATA = "/servers/1/metadata";

  private final Watch watch =
      new Watch(
          new Endpoints(Map.of(Service.COMPUTE, URI.create(ADDRESS)), Set.of("cloud", "listed")),
          Set.of("our-project"),
          Set.of("our-user"));

  private static Exchange get(String path, int second, int status, String body) {
    return new Exchange(
        BEGIN.plusSeconds(second),
        Duration.ofMillis(1),
        "GET",
        ADDRESS + path,
        List.of(),
        "",
        status,
        List.of(
            new Header("Content-Type", "application/json"),
            new Header("X-Openstack-Request-Id", "req-1")),
        body,
        "");
  }

  private static Exchange metadata(int second, String value) {
    return get(METADATA, second, 200, "{\"metadata\": {\"a\": %s}}".formatted(value));
  }

  /** Metadata that were asked for at a version, in the words that compute had before 2.27. */
  private static Exchange versioned(String asked, String told) {
    Exchange plain = metadata(0, "\"fine\"");
    List<Header> answer = new ArrayList<>(plain.responseHeaders());
    answer.add(new Header("OpenStack-API-Version", told));
    answer.add(new Header("Vary", "OpenStack-API-Version"));
    return new Exchange(
        plain.started(),
        plain.took(),
        plain.method(),
        plain.uri(),
        List.of(new Header("X-OpenStack-Nova-API-Version", asked)),
        "",
        plain.status(),
        answer,
        plain.responseBody(),
        "");
  }

  @Test
  void knowsTheOlderHeaderOfVersions() {
    watch.see(TEST, List.of(versioned("2.2", "compute 2.2"), versioned("2.2", "compute 2.1")));

    assertThat(watch.remarks())
        .extracting(Remark::found)
        .containsExactly("expected \"compute 2.2\" as asked for but found \"compute 2.1\"");
  }

  @Test
  void countsABreachAndKeepsItsFirstExample() {
    watch.see(TEST, List.of(metadata(0, "\"fine\""), metadata(1, "1"), metadata(2, "2")));

    assertThat(watch.remarks())
        .containsExactly(
            new Remark(
                RemarkKind.FORM,
                "compute",
                "GET /servers/{id}/metadata",
                "/metadata/a",
                "Value is [integer] but should be [string] but found 1",
                TEST,
                1,
                2));
  }

  @Test
  void linksLeadToHostsThatTheCloudLists() {
    String list =
        """
        {"flavors": [{"id": "1", "name": "small", "links": [
          {"rel": "self", "href": "http://%s/compute/v2.1/flavors/1"}]}]}
        """;
    watch.see(TEST, List.of(get("/flavors", 0, 200, list.formatted("listed"))));
    assertThat(watch.remarks()).as("past an override of the address").isEmpty();

    watch.see(TEST, List.of(get("/flavors", 1, 200, list.formatted("10.0.0.5"))));
    assertThat(watch.remarks())
        .extracting(Remark::kind, Remark::found)
        .containsExactly(
            tuple(
                RemarkKind.IDENTITY,
                "expected a link to a host of the catalog, cloud, listed, but found"
                    + " http://10.0.0.5/compute/v2.1/flavors/1"));
  }

  @Test
  void looksAtTheNewExchangesOfAFixtureThatGrows() {
    watch.see("FIXTURE", List.of(metadata(0, "1")));
    watch.see("FIXTURE", List.of(metadata(0, "1"), metadata(1, "2")));
    watch.see("FIXTURE", List.of(metadata(0, "1"), metadata(1, "2")));

    assertThat(watch.remarks()).extracting(Remark::times).containsExactly(2);
  }

  @Test
  void looksAtAnotherAttemptFromItsBeginning() {
    watch.see(TEST, List.of(metadata(0, "1")));
    watch.see(TEST, List.of(metadata(5, "1")));

    assertThat(watch.remarks()).extracting(Remark::times).containsExactly(2);
  }

  @Test
  void tellsPlacesInListsOnce() {
    String image = "{\"id\": 1, \"name\": \"a\", \"links\": []}";
    watch.see(
        TEST, List.of(get("/images", 0, 200, "{\"images\": [%s, %s]}".formatted(image, image))));

    assertThat(watch.remarks())
        .extracting(Remark::where, Remark::times)
        .containsExactly(tuple("/images/*/id", 2));
  }

  @Test
  void saysNothingOfWhatStandsBeforeTheService() {
    watch.see(
        TEST,
        List.of(
            get(METADATA, 0, 503, "<html>"),
            get(METADATA, 1, 429, "<html>"),
            get(METADATA, 2, 0, ""),
            get(METADATA, 3, 200, "[cut off after 300 bytes]")));

    assertThat(watch.remarks()).isEmpty();
  }

  @Test
  void keepsAThousandRemarksAndCountsThemOn() {
    String values =
        IntStream.range(0, 1500)
            .mapToObj(it -> "\"key%d\": %d".formatted(it, it))
            .collect(Collectors.joining(", "));
    String body = "{\"metadata\": {%s}}".formatted(values);
    watch.see(TEST, List.of(get(METADATA, 0, 200, body), get(METADATA, 1, 200, body)));

    assertThat(watch.remarks()).hasSize(1000).allMatch(it -> it.times() == 2);
  }

  @Test
  void keepsLittleOfManyExchanges() {
    long before = used();
    for (int test = 0; test < 1000; test++) {
      List<Exchange> exchanges = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        exchanges.add(key(test * 100 + i));
      }
      watch.see("%08x-0000-4000-8000-000000000000".formatted(test), exchanges);
    }

    assertThat(watch.remarks()).isEmpty();
    assertThat(used() - before).as("bytes kept of 100,000 exchanges").isLessThan(64_000_000);
  }

  /** The creation of a key pair, each another one. */
  private static Exchange key(int number) {
    Exchange answer =
        get(
            "/os-keypairs",
            number,
            200,
            """
            {"keypair": {"name": "key%d", "public_key": "ssh-rsa %d", "user_id": "our-user",
             "fingerprint": "%s"}}"""
                .formatted(number, number, "00:".repeat(15) + "00"));
    return new Exchange(
        answer.started(),
        answer.took(),
        "POST",
        answer.uri(),
        List.of(),
        "{\"keypair\": {\"name\": \"key%d\"}}".formatted(number),
        200,
        answer.responseHeaders(),
        answer.responseBody(),
        "");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
