package org.defcore.kit.reason;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAssertionTest {

  private static final List<String> AB = List.of("a", "b");
  private static final Map<String, String> KEYS = Map.of("k", "v");
  private static final Instant NOON = Instant.parse("2020-06-11T12:00:00Z");

  private record Pair(String name, Optional<Long> size, Optional<String> note) {}

  private record Address(String text) {}

  private record Hidden(String name, String secret) {

    @Override
    public String toString() {
      return "Hidden[name=" + name + "]";
    }
  }

  @BeforeAll
  static void asInARun() {
    ShownValue.useInAssertions();
  }

  static Stream<Arguments> assertions() {
    return Stream.of(
        of("\"a\" but found \"b\"", () -> assertThat("b").isEqualTo("a")),
        of(
            "\"a\" (ignoring case) but found \"b\"",
            () -> assertThat("b").isEqualToIgnoringCase("a")),
        of("5 but found 7", () -> assertThat(7L).isEqualTo(5L)),
        of("0 but found 7", () -> assertThat(7).isZero()),
        of("more than 0 but found 0", () -> assertThat(0).isPositive()),
        of("true but found false", () -> assertThat(false).isTrue()),
        of("a value other than 2 but found it", () -> assertThat(AB.size()).isNotEqualTo(2)),
        of("nothing but found 7", () -> assertThat(Optional.of(7)).isEqualTo(Optional.empty())),
        of("nothing but found 7", () -> assertThat(Optional.of(7)).isEmpty()),
        of("a value but found nothing", () -> assertThat(Optional.empty()).isPresent()),
        of("7 but found nothing", () -> assertThat(Optional.<Integer>empty()).contains(7)),
        of("7 but found 5", () -> assertThat(Optional.of(5)).contains(7)),
        of("one of [1, 2] but found 3", () -> assertThat(3).isIn(1, 2)),
        of("a value that starts with \"x\" but found \"a\"", () -> assertThat("a").startsWith("x")),
        of("a value that ends with \"x\" but found \"a\"", () -> assertThat("a").endsWith("x")),
        of("a value that contains \"x\" but found \"a\"", () -> assertThat("a").contains("x")),
        of("a text of the form \"x+\" but found \"a\"", () -> assertThat("a").matches("x+")),
        of("a text that is not blank but found \" \"", () -> assertThat(" ").isNotBlank()),
        of("at least one but found nothing", () -> assertThat(List.of()).isNotEmpty()),
        of("nothing but found [\"a\", \"b\"]", () -> assertThat(AB).isEmpty()),
        of("size 3 but found size 2: [\"a\", \"b\"]", () -> assertThat(AB).hasSize(3)),
        of("size 3 but found size 0", () -> assertThat(List.of()).hasSize(3)),
        of(
            "size 1 but found size 2: [\"a\", \"b\"]",
            () -> assertThat(AB).hasSameSizeAs(List.of(1))),
        of(
            "a size of at most 1 but found size 2: [\"a\", \"b\"]",
            () -> assertThat(AB).hasSizeLessThanOrEqualTo(1)),
        of("[\"c\"] but found only [\"a\", \"b\"]", () -> assertThat(AB).contains("a", "c")),
        of("[\"c\"] but found nothing", () -> assertThat(List.<String>of()).contains("c")),
        of("none of [\"a\"] but found [\"a\"]", () -> assertThat(AB).doesNotContain("a")),
        of("only [\"a\"] but found [\"b\"]", () -> assertThat(AB).containsOnly("a")),
        of("only [\"a\"] but found [\"b\"]", () -> assertThat(AB).isSubsetOf("a")),
        of("[\"c\"] but found [\"b\"]", () -> assertThat(AB).containsOnly("a", "c")),
        of("[\"c\"] but found [\"b\"]", () -> assertThat(AB).hasSameElementsAs(List.of("a", "c"))),
        of("[\"c\"] but found [\"b\"]", () -> assertThat(AB).containsExactly("a", "c")),
        of("[\"c\"] but found [\"b\"]", () -> assertThat(AB).containsExactlyInAnyOrder("c", "a")),
        of("only [\"a\"] but found [\"b\"]", () -> assertThat(AB).containsExactlyInAnyOrder("a")),
        of(
            "[\"b\", \"a\"] in this order but found [\"a\", \"b\"]",
            () -> assertThat(AB).containsExactly("b", "a")),
        of(
            "[\"b\", \"a\"] in this order but found [\"a\", \"b\"]",
            () -> assertThat(AB).containsSubsequence("b", "a")),
        of(
            "no duplicates but found [\"a\"] twice",
            () -> assertThat(List.of("a", "a")).doesNotHaveDuplicates()),
        of(
            "only short texts but found [\"a\", \"b\"]",
            () -> assertThat(AB).allMatch(String::isEmpty, "short texts")),
        of("[\"k\"=\"w\"] but found {\"k\"=\"v\"}", () -> assertThat(KEYS).containsEntry("k", "w")),
        of(
            "[\"l\"=\"w\"] but found only {\"k\"=\"v\"}",
            () -> assertThat(KEYS).containsAllEntriesOf(Map.of("l", "w"))),
        of("key \"l\" but found {\"k\"=\"v\"}", () -> assertThat(KEYS).containsKey("l")),
        of("[\"l\"] but found [\"k\"]", () -> assertThat(KEYS).containsOnlyKeys("l")),
        of(
            "a time after 2020-06-11T12:00:00Z but found 2020-06-11T11:59:59Z",
            () -> assertThat(NOON.minusSeconds(1)).isAfter(NOON)),
        of(
            "a value between [2020-06-11T12:00:00Z, 2020-06-11T12:00:05Z] but found 2020-06-11T11:59:59Z",
            () -> assertThat(NOON.minusSeconds(1)).isBetween(NOON, NOON.plusSeconds(5))),
        of(
            "4 bytes \"data\" but found 2 bytes 0xff00",
            () -> assertThat(new byte[] {-1, 0}).isEqualTo("data".getBytes(US_ASCII))),
        of(
            "Hidden[name=a] but found Hidden[name=b]",
            () -> assertThat(new Hidden("b", "s3cret")).isEqualTo(new Hidden("a", "s3cret"))),
        of(
            "{name=\"a\", size=5} but found {name=\"b\", note=\"1.2.3.4\"}",
            () ->
                assertThat(new Pair("b", Optional.empty(), Optional.of("1.2.3.4")))
                    .isEqualTo(new Pair("a", Optional.of(5L), Optional.empty()))),
        of(
            "\"1.2.3.4\" but found \"::1\"",
            () -> assertThat(new Address("::1")).isEqualTo(new Address("1.2.3.4"))));
  }

  private static Arguments of(String said, ThrowingCallable assertion) {
    return Arguments.of(said, assertion);
  }

  @ParameterizedTest
  @MethodSource("assertions")
  void isInTheFormOfAllReasons(String said, ThrowingCallable assertion) {
    String message = String.valueOf(catchThrowable(assertion).getMessage()).replaceAll("\\s+", " ");

    assertThat(BrokenAssertion.said(message, 200)).contains("expected " + said);
  }

  @Test
  void keepsWhatItIsAboutAndWhoNeededIt() {
    Throwable broken = catchThrowable(() -> assertThat(1).as("ids in GET /").isEqualTo(2));
    String message = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");

    assertThat(BrokenAssertion.said("a server: " + message.strip(), 200))
        .contains("a server: ids in GET /: expected 2 but found 1");
  }

  @Test
  void cutsLongValues() {
    assertThat(BrokenAssertion.said("expected: \"" + "a".repeat(300) + "\" but was: \"b\"", 5))
        .contains("expected \"aaaa… but found \"b\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "] [",
        "[x] Expecting actual: ",
        "a to contain: b ",
        " but was: ",
        " actual: "
      })
  @Timeout(30)
  void isNotHeldUpByTheTextOfACloud(String part) {
    String text = part.repeat(500_000 / part.length());

    for (String begin : List.of("", "expected: ", "Expecting actual: ", "Expecting ", "[x] ")) {
      for (String end : List.of("", " to contain exactly in any order: [] but was: []")) {
        BrokenAssertion.said(begin + text + end, 200)
            .ifPresent(it -> assertThat(it).hasSizeLessThan(1000));
      }
    }
  }

  @Test
  void leavesOtherMessagesAsTheyAre() {
    for (String other :
        List.of("GET /: expected 200 but found 404", "Expecting the unexpected", "")) {
      assertThat(BrokenAssertion.said(other, 200)).isEmpty();
    }
  }
}
