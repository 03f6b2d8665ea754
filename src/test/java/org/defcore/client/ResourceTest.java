package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.json.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {

  record Thing(String id, Optional<String> name) {}

  record Promise(String id) {}

  private static final Thing THING = new Thing("t1", Optional.of("n"));
  private static final Map<String, String> NAME = Map.of("name", "n");
  private static final String ONE = "{\"thing\": {\"id\": \"t1\", \"name\": \"n\"}}";
  private static final String MANY =
      """
      {"things": [{"id": "t1", "name": "n"}],
       "things_links": [{"rel": "next", "href": "http://t/"}]}
      """;

  private static final String NEXT = "https://10.0.0.5/things?limit=1&marker=a%20b";
  private static final String PAGE = MANY.replace("http://t/", NEXT);

  private static final ClientTrial<Resource<Thing>> PAGED = trial("thing", Envelope.PAGED);
  private static final ClientTrial<Resource<Thing>> OPEN = trial("thing", Envelope.OPEN);
  private static final ClientTrial<Resource<Thing>> BARE = trial("", Envelope.OPEN);

  private static ClientTrial<Resource<Thing>> trial(String one, Envelope envelope) {
    Statuses statuses = new Statuses(202, 201, 203, List.of(400, 501));
    ResourceCalls calls = new ResourceCalls("/v1/things", one, "things", statuses, envelope);
    return ClientTrial.of(it -> new Resource<>(it, calls, Thing.class), "/base");
  }

  @Test
  void sendsWhatIsWantedUnderTheKey() {
    Asked create = PAGED.sends(202, ONE, it -> it.create(NAME));
    Asked update = PAGED.sends(201, ONE, it -> it.update("t/1", NAME));

    assertThat(create.line()).isEqualTo("POST /base/v1/things");
    assertThat(create.body()).isEqualTo("{\"thing\":{\"name\":\"n\"}}");
    assertThat(create.headers()).containsEntry("x-auth-token", "token-of-the-user");
    assertThat(update.line()).isEqualTo("PUT /base/v1/things/t%2F1");
    assertThat(update.body()).isEqualTo("{\"thing\":{\"name\":\"n\"}}");
  }

  @Test
  void asksByIdAndByQuery() {
    Query other = Query.by("size_min", 1);

    assertThat(PAGED.sends(200, ONE, it -> it.get("t/1")).line())
        .isEqualTo("GET /base/v1/things/t%2F1");
    assertThat(PAGED.sends(200, MANY, it -> it.list(Query.by("name", "a b"), other)).line())
        .isEqualTo("GET /base/v1/things?name=a%20b&size_min=1");
    assertThat(PAGED.sends(203, "", it -> it.delete("")).line())
        .isEqualTo("DELETE /base/v1/things/");
  }

  @Test
  void goesFromPageToPageByTheQueryOfTheLink() {
    PAGED
        .assertRead(200, PAGE, it -> it.page(Query.by("limit", 1)))
        .isEqualTo(new ListPage<>(List.of(THING), Optional.of(NEXT)));
    OPEN.assertRead(
            200, "{\"things\": [], \"next\": \"/t?m=1\"}", it -> it.page(Query.by("limit", 1)))
        .isEqualTo(new ListPage<Thing>(List.of(), Optional.of("/t?m=1")));
    assertThat(PAGED.sends(200, PAGE, it -> it.page(Query.by("limit", 1))).line())
        .isEqualTo("GET /base/v1/things?limit=1");
    assertThat(PAGED.sends(200, PAGE, it -> it.page(NEXT)).line())
        .isEqualTo("GET /base/v1/things?limit=1&marker=a%20b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"things\": []}",
        "{\"things\": [], \"things_links\": []}",
        "{\"things\": [], \"things_links\": [{\"rel\": \"previous\", \"href\": \"http://t/\"}]}"
      })
  void isOnTheLastPageWithoutALinkToTheNext(String last) {
    PAGED
        .assertRead(200, last, it -> it.page("/?limit=1"))
        .isEqualTo(new ListPage<Thing>(List.of(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/base/v1/things?limit=1",
        "http://10.0.0.5/base/v1/things?limit=1",
        "http://127.0.0.1/v1/things?limit=1",
        "http://127.0.0.1/base/v1/things/detail?limit=1",
        "http://127.0.0.1/base/v1/things",
        "/base/v1/things?limit=1"
      })
  void knowsALinkThatLeadsElsewhere(String link) {
    PAGED.assertRead(200, "", it -> it.leadsHere(link)).isEqualTo(false);
    // That of a proxy leads to another port.
    String here = "http://127.0.0.1:1/base/v1/things?limit=1";
    PAGED.assertRead(200, "", it -> it.leadsHere(here)).isEqualTo(true);
  }

  @Test
  void readsOneAndMany() {
    PAGED.assertRead(202, ONE, it -> it.create(NAME)).isEqualTo(THING);
    PAGED.assertRead(201, ONE, it -> it.update("t1", NAME)).isEqualTo(THING);
    PAGED.assertRead(200, ONE, it -> it.get("t1")).isEqualTo(THING);
    PAGED.assertRead(200, ONE, it -> it.find("t1")).isEqualTo(Optional.of(THING));
    PAGED.assertRead(200, MANY, Resource::list).isEqualTo(List.of(THING));
  }

  @Test
  void bindsToAnotherShapeOfTheSameResource() {
    String body = "{\"thing\": {\"id\": \"t1\"}}";

    PAGED
        .assertRead(202, body, it -> it.as(Promise.class).create(NAME))
        .isEqualTo(new Promise("t1"));
  }

  @ParameterizedTest
  @MethodSource("otherStatuses")
  void takesNoOtherSuccess(int expected, int found, Consumer<Resource<Thing>> call) {
    PAGED.refuses(
        found,
        found == 204 ? "" : ONE,
        call,
        "expected %d but found %d".formatted(expected, found));
  }

  static Stream<Arguments> otherStatuses() {
    Consumer<Resource<Thing>> create = it -> it.create(NAME);
    Consumer<Resource<Thing>> update = it -> it.update("t1", NAME);
    Consumer<Resource<Thing>> get = it -> it.get("t1");
    Consumer<Resource<Thing>> list = Resource::list;
    Consumer<Resource<Thing>> delete = it -> it.delete("t1");
    return Stream.of(
        Arguments.of(202, 201, create),
        Arguments.of(201, 200, update),
        Arguments.of(200, 202, get),
        Arguments.of(200, 202, list),
        Arguments.of(203, 204, delete));
  }

  @Test
  void findsNothingWhere404IsTheAnswerAndTakesNoOther() {
    PAGED.assertRead(404, "{}", it -> it.find("t1")).isEqualTo(Optional.empty());
    PAGED
        .refusal(403, "{}", it -> it.find("t1"))
        .hasMessage("GET /v1/things/t1: expected 200 or 404 but found 403");
  }

  @Test
  void takesNoBodyAfterADeletion() {
    PAGED
        .refusal(203, "{}", it -> it.delete("t1"))
        .hasMessage("DELETE /v1/things/t1: expected no body with 203 but found 2 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 501})
  void createsNothingWhereThatIsRefusedAsTheReferenceAllows(int status) {
    String fault = "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);

    PAGED.assertRead(status, fault, it -> it.createUnlessRefused(NAME)).isEqualTo(Optional.empty());
    PAGED.refuses(status, fault, it -> it.create(NAME), "expected 202 but found " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 413, 500})
  void takesNoOtherAnswerForARefusal(int status) {
    PAGED
        .refusal(status, "{\"fault\": {}}", it -> it.createUnlessRefused(NAME))
        .hasMessage("POST /v1/things: expected 202 or 400 or 501 but found " + status);
  }

  @Test
  void takesNoRefusalWithoutAFault() {
    PAGED
        .refusal(400, "{\"message\": \"No.\"}", it -> it.createUnlessRefused(NAME))
        .hasMessage(
            "POST /v1/things: expected a fault with the code 400 and a message but found another"
                + " body");
    PAGED.assertRead(202, ONE, it -> it.createUnlessRefused(NAME)).isEqualTo(Optional.of(THING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra      | 1      | /extra: expected no such field but found the number 1
          /thing_links| []     | /thing_links: expected no such field but found an array
          /thing      | absent | /thing: expected an object but found nothing
          /thing      | null   | /thing: expected an object but found null
          /thing/id   | 1      | /thing/id: expected a string but found the number 1
          /thing/more | 1      | /thing/more: expected no such field but found the number 1
          """)
  void refusesAClosedOneThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    PAGED
        .refusal(200, Variation.of(ONE, pointer, value), it -> it.get("t1"))
        .hasMessage("GET /v1/things/t1: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra               | 1       | /extra: expected no such field but found the number 1
          /things              | absent  | /things: expected an array but found nothing
          /things              | [null]  | /things/0: expected an object but found null
          /things/0/id         | absent  | /things/0/id: expected a string but found nothing
          /things_links        | {}      | /things_links: expected an array but found an object
          /things_links/0/href | absent  | /things_links/0/href: expected a string but found nothing
          /things_links/0/more | 1       | /things_links/0/more: expected no such field but found the number 1
          """)
  void refusesAClosedListThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    PAGED
        .refusal(200, Variation.of(MANY, pointer, value), Resource::list)
        .hasMessage("GET /v1/things: " + reason);
  }

  @Test
  void takesMoreBesideWhatIsOpen() throws JsonProcessingException {
    String one = Variation.of(ONE, "/extra", "1");
    String many = Variation.of(MANY, "/extra", "1");

    OPEN.assertRead(200, one, it -> it.get("t1")).returns("t1", Thing::id);
    OPEN.assertRead(200, many, Resource::list).isEqualTo(List.of(THING));
    OPEN.refuses(200, "[]", Resource::list, "expected an object but found an array");
  }

  @Test
  void takesTheWholeBodyForTheResourceWhereItHasNoKey() {
    String body = "{\"id\": \"t1\"}";

    assertThat(BARE.sends(202, body, it -> it.create(NAME)).body()).isEqualTo("{\"name\":\"n\"}");
    BARE.assertRead(200, body, it -> it.get("t1")).returns("t1", Thing::id);
    BARE.assertRead(200, MANY, Resource::list).isEqualTo(List.of(THING));
  }
}
