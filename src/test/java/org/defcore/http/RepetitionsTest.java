package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;
import org.defcore.http.message.RepeatCause;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again because the way to the service, not the service, was at fault. */
@Timeout(60)
class RepetitionsTest {

  private static final Reply FINE = Reply.json(200, "{\"fine\": true}");

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final LocalServer server = new LocalServer(this::next);
  private final Recording recording = new Recording();
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());
  private TokenSource tokens = () -> "token-1";

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  /** Every reply once, the last one for ever. */
  private Reply next(Asked asked) {
    return replies.size() > 1 ? replies.remove() : replies.element();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "POST", "PATCH"})
  void anyRequestThatWasLimitedIsSentAgain(String method) {
    answers(limited("0"), limited("0"), FINE);

    assertThat(call(method).expect(200).json().path("fine").asBoolean()).isTrue();

    assertThat(recording.exchanges()).extracting(Exchange::status).containsExactly(429, 429, 200);
    assertThat(recording.exchanges())
        .extracting(Exchange::repeats)
        .containsExactly(
            Optional.empty(),
            Optional.of(RepeatCause.RATE_LIMIT),
            Optional.of(RepeatCause.RATE_LIMIT));
  }

  @Test
  void comesBackWhenToldTo() {
    answers(limited("1"), FINE);

    long from = System.nanoTime();
    call("GET").expect(200);

    assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "999999999", "Sat, 01 Jan 2050 01:00:00 GMT"})
  void doesNotWaitBeyondItsDeadline(String retryAfter) {
    answers(limited(retryAfter));

    assertThatThrownBy(() -> call("GET").expect(200))
        .isInstanceOf(NoAnswer.class)
        .hasMessage(
            "GET /x: expected 200 but found 429 (rate limited):"
                + " ask for a higher limit, or try later");
    assertThat(recording.exchanges()).hasSize(1);
  }

  @Test
  void limitThatStaysIsNoAnswerOfTheService() {
    answers(limited("0"));

    NoAnswer limited = catchThrowableOfType(NoAnswer.class, () -> call("POST").expect(202));

    assertThat(limited)
        .hasMessage(
            "POST /x: expected 202 but found 429 (rate limited, after 9 requests):"
                + " ask for a higher limit, or try later");
    assertThat(limited.why()).isEqualTo(NoAnswer.Cause.RATE_LIMITED);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 413, 401, 502, 503, 504})
  void expectedStatusIsTakenAtOnce(int status) {
    answers(Reply.json(status, "{}").with("Retry-After", "0"));

    assertThat(call("GET").expect(status).status()).isEqualTo(status);
    assertThat(call("GET").send(Set.of(200, status)).status()).isEqualTo(status);
    assertThat(recording.exchanges()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "502, GET",
    "503, GET",
    "504, GET",
    "502, PUT",
    "504, DELETE",
    "503, HEAD",
    "502, OPTIONS"
  })
  void idempotentRequestIsSentAgainAfterAGateway(int status, String method) {
    answers(page(status), FINE.with("Content-Length", "0"));

    assertThat(call(method).send().status()).isEqualTo(200);
    assertThat(recording.exchanges())
        .extracting(Exchange::repeats)
        .containsExactly(Optional.empty(), Optional.of(RepeatCause.GATEWAY));
  }

  @ParameterizedTest
  @CsvSource({"502, POST", "503, POST", "504, POST", "502, PATCH"})
  void requestThatCouldTakeEffectTwiceIsNot(int status, String method) {
    answers(page(status), FINE);

    assertThatThrownBy(() -> call(method).expect(202))
        .isInstanceOf(NoAnswer.class)
        .hasMessage(
            "%s /x: expected 202 but found %d with an HTML page (gateway answered):"
                + " see whether the service or a proxy before it restarts",
            method, status);
    assertThat(recording.exchanges()).hasSize(1);
  }

  @Test
  void postIsSentAgainAfterAGatewayThatSaysWhenToComeBack() {
    answers(page(503).with("Retry-After", "0"), Reply.json(202, "{}"));

    call("POST").expect(202);

    assertThat(recording.exchanges()).hasSize(2);
  }

  @Test
  void postIsNotSentAgainIfTheServiceItselfSaidSo() {
    answers(
        Reply.json(503, "{}").with("Retry-After", "0").with("X-Openstack-Request-Id", "req-1"),
        Reply.json(202, "{}"));

    assertThat(call("POST").send().status()).isEqualTo(503);
    assertThat(recording.exchanges()).hasSize(1);
  }

  @Test
  void pageWhereJsonBelongsIsAskedForAgain() {
    answers(page(200), FINE);

    assertThat(call("GET").expect(200).json().path("fine").asBoolean()).isTrue();
  }

  @Test
  void pageThatStaysIsNotOfTheService() {
    answers(page(200));

    Answer answer = call("GET").expect(200);

    assertThatThrownBy(answer::json)
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith(
            "GET /x: expected JSON but found 200 with an HTML page"
                + " (gateway answered, after 2 requests)");
  }

  @Test
  void pageIsAnAnswerWhereNoJsonWasAskedFor() {
    answers(page(200));

    assertThat(call("GET").header("Accept", "*/*").expect(200).bytes()).isNotEmpty();
    assertThat(recording.exchanges()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"202, X-Trans-Id", "200, X-Openstack-Request-Id", "500, X-Compute-Request-Id"})
  void pageWithTheRequestIdOfAServiceIsItsAnswer(int status, String header) {
    answers(page(status).with(header, "req-1"));

    assertThatThrownBy(() -> call("GET").expect(200).json()).isInstanceOf(UnexpectedAnswer.class);
    assertThat(recording.exchanges()).hasSize(1);
  }

  @Test
  void refusalAsAPageAndInternalErrorInJsonAreTheService() {
    answers(page(404), Reply.json(500, "{}"));

    assertThatThrownBy(() -> call("GET").expect(200)).hasMessageContaining("found 404");
    assertThatThrownBy(() -> call("GET").expect(200)).hasMessageContaining("found 500");
    assertThat(recording.exchanges()).hasSize(2);
  }

  @Test
  void deletionThatMayHaveBeenDoneBeforeItWasRepeatedIsNotHeldAgainstTheCloud() {
    answers(page(504), Reply.json(404, "{}"));

    UnexpectedAnswer twice =
        catchThrowableOfType(UnexpectedAnswer.class, () -> call("DELETE").expect(204));

    assertThat(twice)
        .hasMessage(
            "DELETE /x: expected 204 but found 404"
                + " to the repetition of a request that may have been carried out");
    assertThat(twice.isDoubtful()).isTrue();
    assertThat(twice.insteadOf("403")).hasMessageEndingWith("may have been carried out");
    assertThat(twice.isRefusal()).as("for who claims that it is refused").isTrue();
  }

  @Test
  void readingIsHeldAgainstTheCloudHoweverOftenItWasRepeated() {
    answers(page(504), Reply.json(404, "{}"));
    assertThatThrownBy(() -> call("GET").expect(200)).isInstanceOf(UnexpectedAnswer.class);
  }

  @Test
  void tokenThatIsRefusedIsReplacedOnce() {
    tokens = new Renewing(Optional.of("token-2"));
    answers(Reply.json(401, "{}"), FINE);

    call("POST").expect(200);

    assertThat(server.asked()).extracting(Asked::token).containsExactly("token-1", "token-2");
    assertThat(recording.exchanges().get(1).repeats()).contains(RepeatCause.TOKEN);
  }

  @Test
  void tokenThatIsRefusedAgainIsNoAnswer() {
    tokens = new Renewing(Optional.of("token-2"));
    answers(Reply.json(401, "{}"));

    assertThatThrownBy(() -> call("GET").expect(200))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("but found 401 (valid token refused, after 2 requests)");
    assertThat(recording.exchanges()).hasSize(2);
  }

  @Test
  void refusalOfATokenThatIsNotTheSessionsIsTheAnswer() {
    tokens = new Renewing(Optional.of("token-2"));
    answers(Reply.json(401, "{}"));

    assertThatThrownBy(() -> call("GET").header("X-Auth-Token", "bad").expect(200))
        .isInstanceOf(UnexpectedAnswer.class);
    assertThatThrownBy(() -> call("GET").anonymous().expect(200))
        .isInstanceOf(UnexpectedAnswer.class);
    assertThat(recording.exchanges()).hasSize(2);
  }

  private record Renewing(Optional<String> other) implements TokenSource {

    @Override
    public String token() {
      return "token-1";
    }

    @Override
    public Optional<String> inPlaceOf(String refused) {
      assertThat(refused).isEqualTo("token-1");
      return other;
    }
  }

  private Call call(String method) {
    return new ServiceEndpoint(transport, recording, URI.create(server.url()), tokens)
        .call(method, "/x");
  }

  private void answers(Reply... all) {
    replies.addAll(List.of(all));
  }

  private static Reply limited(String retryAfter) {
    return Reply.json(429, "{}").with("Retry-After", retryAfter);
  }

  private static Reply page(int status) {
    return new Reply(
        status, Map.of("Content-Type", "text/html"), "<html><body>try later</body></html>");
  }
}
