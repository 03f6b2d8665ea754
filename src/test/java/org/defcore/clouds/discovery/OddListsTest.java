package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in pages, with odd records, and that come only when asked for again. */
class OddListsTest {

  private final TinyCloud cloud = new TinyCloud();
  private final TinyAnswers answers = new TinyAnswers(cloud);
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'flavors_links': [{'rel': 'next', 'href': 'http://inside:8774/v2/flavors/detail?marker=a'}]",
        "'next': '/v2.1/flavors/detail?marker=a'",
        "'links': {'next': 'https://elsewhere.example/flavors?marker=a#end', 'self': '?marker=z'}",
        "'links': [{'rel': 'self', 'href': '?marker=z'}, {'rel': 'next', 'href': '?marker=a'}]",
      })
  void nextPageIsAskedForAtTheSameServiceWhateverTheLinkSays(String link) {
    answers.compute();
    pages(
        Map.of(
            "",
            "'flavors': [{'id': 'a', 'ram': 1, 'disk': 1}], " + link,
            "marker=a",
            "'flavors': [{'id': 'b', 'ram': '64', 'disk': 5}]"));
    answers.images("'id': 'i', 'size': 10, 'min_ram': 32");

    assertThat(observe(Service.COMPUTE, Service.IMAGE))
        .contains("flavor.id=b (GET /compute/v2.1/flavors/detail)")
        .contains("flavor.count=2 (GET /compute/v2.1/flavors/detail)");
  }

  @Test
  void imagesAndNetworksComeInPagesToo() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    pages(
        "/image/v2/images",
        Map.of(
            "limit=200&sort_dir=asc&sort_key=size&status=active",
            "'images': [], 'next': '/v2/images?marker=a'",
            "marker=a",
            "'images': [{'id': 'i', 'status': 'active', 'size': 9, 'visibility': 'public'}]"));
    answers.network();
    String ways = "'networks_links': [{'rel': 'next', 'href': 'http://inside/networks?marker=a'}]";
    pages(
        "/network/v2.0/networks",
        Map.of(
            "",
            "'networks': [{'id': 'few'}], " + ways,
            "marker=a",
            "'networks': [{'id': 'own', 'project_id': 'p1', 'status': 'ACTIVE',"
                + " 'admin_state_up': true, 'subnets': ['s']}]"));

    assertThat(observe(Service.IMAGE, Service.NETWORK))
        .contains("image.id=i (GET /image/v2/images)")
        .contains("network.id=own (GET /network/v2.0/networks)");
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, that page 2 repeats page 1",
    "b, b, that page 3 repeats page 2",
    "b, c, that page 3 repeats page 1",
  })
  void pageThatComesAgainEndsTheListAndIsTold(String second, String third, String found) {
    answers.compute();
    String page = "'flavors': [{'id': '%s', 'ram': 1, 'disk': 1}], 'next': '?marker=%s'";
    pages(
        Map.of(
            "", page.formatted("a", second),
            "marker=a", page.formatted("a", "a"),
            "marker=b", page.formatted("b", third),
            "marker=c", page.formatted("a", "a")));

    assertThat(observe(Service.COMPUTE))
        .contains("flavor.id=a (GET /compute/v2.1/flavors/detail)")
        .contains(
            "flavor.id.unavailable=cannot tell: GET /flavors/detail: expected the rest of the list"
                + " but found "
                + found
                + " (GET /compute/v2.1/flavors/detail)");
  }

  @Test
  void emptyPageLeadsOnUnlessItLeadsBack() {
    answers.compute();
    pages(
        Map.of(
            "", "'flavors': [], 'next': '?marker=a'",
            "marker=a", "'flavors': [{'id': 'a', 'ram': 1, 'disk': 1}], 'next': '?marker=b'",
            "marker=b", "'flavors': [], 'next': '?marker=b'"));

    assertThat(observe(Service.COMPUTE))
        .contains("flavor.count=1 (GET /compute/v2.1/flavors/detail)")
        .anyMatch(it -> it.contains("but found that page 3 is empty and leads back"));
  }

  @Test
  void lastPageThatRepeatsAnotherAndLeadsNowhereIsTheEnd() {
    answers.compute();
    pages(
        Map.of(
            "", "'flavors': [{'id': 'a', 'ram': 1, 'disk': 1}], 'next': '?marker=a'",
            "marker=a", "'flavors': [{'id': 'a', 'ram': 1, 'disk': 1}]"));

    assertThat(observe(Service.COMPUTE))
        .contains("flavor.count=1 (GET /compute/v2.1/flavors/detail)")
        .noneMatch(it -> it.startsWith("flavor.id.unavailable"));
  }

  @Test
  void chosenFlavorMayBeOnAPageThatCannotBeRead() {
    answers.compute();
    String same = "'flavors': [{'id': 'a', 'ram': 1, 'disk': 1}], 'next': '?marker=a'";
    pages(Map.of("", same, "marker=a", same));

    assertThat(observe(flavor("wanted"), Service.COMPUTE))
        .anyMatch(it -> it.startsWith("flavor.id.unavailable=cannot tell: GET /flavors/detail"))
        .noneMatch(it -> it.startsWith("flavor.id="));
    assertThat(observe(flavor("a"), Service.COMPUTE))
        .contains("flavor.id=a (GET /compute/v2.1/flavors/detail)");
  }

  private static Wishes flavor(String name) {
    return new Wishes(
        List.of(),
        List.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void recordThatCannotBeReadIsNamedAndLeftOut() {
    answers.compute();
    cloud.get(
        "/compute/v2.1/flavors/detail",
        "{'flavors': [7, {'name': 'x', 'ram': 1}, {'id': 'odd', 'ram': {'mib': 1}},"
            + " {'id': 'text', 'ram': 'much'}, {'id': 9, 'ram': '64', 'disk': 1, 'swap': null,"
            + " 'OS-FLV-DISABLED:disabled': null, 'extra_specs': {'a': [1]}}]}");

    assertThat(observe(Service.COMPUTE))
        .contains(
            "flavor.id=9 (GET /compute/v2.1/flavors/detail)",
            "flavor.count=1 (GET /compute/v2.1/flavors/detail)",
            "flavor.unreadable=without an id: expected an object but found one value;"
                + " without an id: id: expected a text but found nothing;"
                + " odd: ram: expected a text but found an object;"
                + " text: ram: expected a whole number but found another value"
                + " (GET /compute/v2.1/flavors/detail)");
  }

  @Test
  void imagesHaveAllSortsOfProperties() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    answers.images(
        "'id': 'nulls', 'size': null, 'min_disk': null, 'name': null",
        "'id': 'i', 'size': 100000, 'locations': [{'url': 'x'}], 'nested': {'a': [1]}, 'rank': 7,"
            + " 'updated_at': '2019-11-07 08:51:31'",
        "'id': 'huge', 'size': 99999999999999, 'min_disk': 2147483648");

    assertThat(observe(Service.IMAGE))
        .contains(
            "image.id=i (GET /image/v2/images)", "second-image.id=huge (GET /image/v2/images)");
  }

  @Test
  void networksNeedNotSayEverything() {
    answers.network();
    cloud.get(
        "/network/v2.0/networks",
        "{'networks': [{'id': 'few'}, {'id': 'nulls', 'name': null, 'shared': null,"
            + " 'router:external': null, 'subnets': null, 'status': null},"
            + " {'id': 'own', 'project_id': 'p1', 'status': 'active', 'admin_state_up': true,"
            + " 'subnets': ['s'], 'provider:segmentation_id': 4294967297, 'segments': [{'a': 1}]}]}");

    assertThat(observe(Service.NETWORK)).contains("network.id=own (GET /network/v2.0/networks)");
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>wait</html>",
    "503, text/html, <html>wait</html>",
    "500, application/json, {}",
    "200, application/json, {\"images\": 7}",
    "429, application/json, {}",
  })
  void listIsAskedForAgainWhenTheAnswerIsNone(int status, String type, String body) {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    AtomicInteger asked = new AtomicInteger();
    cloud.on(
        "GET /image/v2/images",
        ignored ->
            asked.incrementAndGet() < 3
                ? new Reply(status, Map.of("Content-Type", type, "Retry-After", "0"), body)
                : Reply.json(
                    200,
                    "{\"images\": [{\"id\": \"i\", \"status\": \"active\", \"size\": 9,"
                        + " \"visibility\": \"public\"}]}"));

    assertThat(observe(Service.IMAGE)).contains("image.id=i (GET /image/v2/images)");
  }

  @Test
  void refusedListIsNotAskedForAgain() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    cloud.on("GET /image/v2/images", Reply.json(403, "{}"));

    assertThat(observe(Service.IMAGE))
        .anyMatch(
            it -> it.startsWith("image.id.unavailable=cannot tell: GET /v2/images: expected 200"));
    assertThat(cloud.lines()).filteredOn(it -> it.contains("/v2/images")).hasSize(1);
  }

  private void pages(Map<String, String> pages) {
    pages("/compute/v2.1/flavors/detail", pages);
  }

  /** Pages of a list by the query that asks for them. */
  private void pages(String path, Map<String, String> pages) {
    cloud.on(
        "GET " + path,
        asked -> {
          String query = asked.line().contains("?") ? asked.line().replaceFirst(".*\\?", "") : "";
          return pages.containsKey(query)
              ? Reply.json(200, "{" + pages.get(query).replace('\'', '"') + "}")
              : Reply.json(404, "{}");
        });
  }

  private List<String> observe(Service... services) {
    return observe(Wishes.NONE, services);
  }

  private List<String> observe(Wishes wishes, Service... services) {
    Recording recording = new Recording();
    Session session = Session.login(cloud.config(), transport, recording);
    return Discovery.observe(session, Set.of(services), wishes, recording).stream()
        .map(it -> it.name() + "=" + it.value() + " (" + it.source() + ")")
        .toList();
  }
}
