package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @ParameterizedTest
  @ValueSource(ints = {400, 413})
  void takesAnyOfTheStatuses(int status) {
    assertThatCode(() -> Refusals.assertRefused(List.of(400, 413), () -> refuse(status)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusalWithAnotherStatusFailsAndNamesAllThatWereExpected() {
    assertThatThrownBy(() -> Refusals.assertRefused(List.of(400, 413), () -> refuse(403)))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessage("POST /x: expected 400 or 413 but found 403");
    assertThatThrownBy(() -> Refusals.assertRefused(404, () -> refuse(403)))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessage("POST /x: expected 404 but found 403");
  }

  @Test
  void idThatNothingHasIsAnotherEachTime() {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Refusals.assertUnknown(
          id -> {
            asked.add(id);
            refuse(404);
          });
    }

    assertThat(asked).doesNotHaveDuplicates().hasSize(2);
    assertThatThrownBy(() -> Refusals.assertUnknown(id -> refuse(400)))
        .hasMessage("POST /x: expected 404 but found 400");
  }

  @Test
  void successFails() {
    assertThatThrownBy(() -> Refusals.assertRefused(List.of(400, 413), () -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected the call to be refused with 400 or 413 but it succeeded");
  }

  @Test
  void anotherSuccessThanTheCallExpectsIsToldAsItIs() {
    assertThatThrownBy(() -> Refusals.assertRefused(List.of(204), () -> refuse(204)))
        .as("no refusal, even if asked for by mistake")
        .isInstanceOf(UnexpectedAnswer.class)
        .satisfies(it -> assertThat(it).hasMessage("POST /x: expected 202 but found 204"));
  }

  @Test
  void whatIsNoAnswerAtAllPassesThrough() {
    IllegalStateException fault = new IllegalStateException("no session");

    assertThatThrownBy(
            () ->
                Refusals.assertRefused(
                    404,
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }

  private static void refuse(int status) {
    throw new UnexpectedAnswer("POST /x", "202", "" + status, Optional.empty(), status, 0);
  }
}
