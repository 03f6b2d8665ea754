package org.defcore.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.http.Answer;
import org.defcore.http.Call;

/**
 * The documented answers to a call that a cloud may refuse.
 *
 * @param success status of the answer if it is accepted
 * @param refusals statuses that a refusal may have, of those that do not blame the caller
 */
public record Refusable(int success, List<Integer> refusals) {

  public Refusable {
    refusals = List.copyOf(refusals);
  }

  /**
   * Sends, and gives the answer if the call was accepted; nothing if it was refused in due form,
   * which is one of the statuses and a fault with the same code and a message.
   */
  public Optional<Answer> send(Call call) {
    Answer answer = call.send(Set.copyOf(refusals));
    if (answer.status() == success) {
      return Optional.of(answer);
    }
    if (!refusals.contains(answer.status())) {
      throw answer.unexpected(statuses(), String.valueOf(answer.status()));
    }
    checkFault(answer);
    return Optional.empty();
  }

  private String statuses() {
    return Stream.concat(Stream.of(success), refusals.stream())
        .map(String::valueOf)
        .collect(Collectors.joining(" or "));
  }

  private static void checkFault(Answer answer) {
    if (answer.only(it -> isFault(it, answer.status())).isEmpty()) {
      throw answer.unexpected(
          "a fault with the code %d and a message".formatted(answer.status()), "another body");
    }
  }

  private static boolean isFault(JsonNode fault, int status) {
    return fault.path("code").isInt()
        && fault.path("code").intValue() == status
        && !fault.path("message").asText().isBlank();
  }
}
