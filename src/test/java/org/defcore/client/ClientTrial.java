package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ObjectAssert;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Recording;

/**
 * Single calls of a client to a service with one answer.
 *
 * @param headers of the answer
 */
public record ClientTrial<C>(
    Function<ServiceEndpoint, C> client, String base, Map<String, String> headers) {

  public ClientTrial {
    headers = Map.copyOf(headers);
  }

  /** Of answers without special headers, from a service at that path. */
  public static <C> ClientTrial<C> of(Function<ServiceEndpoint, C> client, String base) {
    return new ClientTrial<>(client, base, Map.of());
  }

  public ClientTrial<C> with(Map<String, String> others) {
    return new ClientTrial<>(client, base, others);
  }

  /** Asserts about what the client makes of the answer. */
  public <T> ObjectAssert<T> assertRead(int status, String body, Function<C, T> call) {
    return assertThatObject(reads(status, body, call));
  }

  /** The value that the client reads from the answer. */
  public <T> T reads(int status, String body, Function<C, T> call) {
    try (CannedService service = CannedService.answering(status, body, headers)) {
      return call.apply(client.apply(service.endpoint(base)));
    }
  }

  /** The request that the client sends, for an answer that it accepts. */
  public Asked sends(int status, String body, Consumer<C> call) {
    try (CannedService service = CannedService.answering(status, body, headers)) {
      call.accept(client.apply(service.endpoint(base)));
      return service.onlyRequest();
    }
  }

  /** The fields that the client passes over in an answer. */
  List<String> passesOver(int status, String body, Consumer<C> call) {
    Recording recording = new Recording(Recording.Extras.NOTED);
    try (CannedService service = CannedService.answering(status, body, headers)) {
      call.accept(client.apply(service.endpoint(base, recording)));
    }
    return recording.extras().stream().map(Recording.Extra::where).toList();
  }

  /** Passes if the client does not take the answer, for that reason. */
  public void refuses(int status, String body, Consumer<C> call, String reason) {
    refusal(status, body, call).hasMessageContaining(reason);
  }

  /** The client's refusal of the answer. */
  public AbstractThrowableAssert<?, ? extends Throwable> refusal(
      int status, String body, Consumer<C> call) {
    return assertThatThrownBy(() -> sends(status, body, call)).isInstanceOf(UnexpectedAnswer.class);
  }

  /** The call as a rule of a field tries it. */
  public FieldRule.Reading reading(int status, Consumer<C> call) {
    return body -> sends(status, body, call);
  }
}
