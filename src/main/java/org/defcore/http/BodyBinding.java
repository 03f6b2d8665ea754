package org.defcore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.http.json.ExtraFields;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Masking;

/**
 * Binding of the body of an answer to a record. All fields that nobody declared are noted in the
 * recording, whether it refuses them or not.
 */
final class BodyBinding {

  /** Bytes of a body to look for secrets in. */
  static final int LARGE = 256 * 1024;

  /** Bytes of bodies to bind again without the fields that were found so far. */
  private static final int WORK = 64 * 1024 * 1024;

  private static final int LONGEST = 600;
  private static final int MOST_EXTRAS = 1000;
  private static final int FEWEST_EXTRAS = 16;

  private final String call;
  private final HttpResponse response;
  private final Masking masking;
  private final Recording recording;

  BodyBinding(String call, HttpResponse response, Masking masking, Recording recording) {
    this.call = call;
    this.response = response;
    this.masking = masking;
    this.recording = recording;
  }

  /**
   * Binds.
   *
   * @param json the body, which loses the fields that nobody declared
   */
  <T> T bind(JsonNode json, Function<JsonNode, T> binding) {
    Shown shown = new Shown(binding);
    Optional<UnexpectedAnswer> refused = Optional.empty();
    for (int left = passes(); ; left--) {
      try {
        T bound = binding.apply(json);
        if (refused.isEmpty()) {
          return bound;
        }
        throw refused.get();
      } catch (ShapeException e) {
        ShapeException said = shown.error(e);
        UnexpectedAnswer finding = finding(said);
        if (e.extras().isEmpty() || left == 0) {
          throw refused.orElse(finding);
        }
        if (!recording.takesExtras()) {
          refused = refused.or(() -> Optional.of(finding));
        }
        note(shown.passOver(e.extras().get(), said, json), String.valueOf(finding.getMessage()));
      }
    }
  }

  /**
   * Notes fields.
   *
   * @param finding the sentence about the first of them
   */
  private void note(List<String> places, String finding) {
    String asked = masking.text(call);
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      String sentence = i == 0 ? finding : asked + ": " + place + ": expected no such field";
      recording.note(
          new Recording.Extra(asked, shortened(place), shortened(sentence), response.exchange()));
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private int passes() {
    int bySize = WORK / Math.max(1, response.body().length);
    return Math.max(FEWEST_EXTRAS, Math.min(MOST_EXTRAS, bySize));
  }

  private UnexpectedAnswer finding(ShapeException said) {
    return UnexpectedAnswer.finding(masking.text(call + ": " + said.getMessage()), response);
  }

  /**
   * The body as it may be shown: pointers are escaped and excerpts are cut, so a secret in either
   * could not be recognised later. It loses what the body loses.
   */
  private final class Shown {

    private final Function<JsonNode, ?> binding;
    private Optional<JsonNode> json = Optional.empty();

    Shown(Function<JsonNode, ?> binding) {
      this.binding = binding;
    }

    /** The error of binding. */
    ShapeException error(ShapeException plain) {
      if (response.body().length > LARGE) {
        return new ShapeException("", plain.expected(), "another value in a large body", plain);
      }
      try {
        if (json.isEmpty()) {
          json = Optional.of(parsed());
        }
        Object unused = binding.apply(json.get());
        return new ShapeException("", plain.expected(), "what holds a secret", plain);
      } catch (ShapeException e) {
        return e;
      }
    }

    private JsonNode parsed() {
      String text = masking.text(new String(response.body(), StandardCharsets.UTF_8));
      return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes fields out of both.
     *
     * @return places of the first ones, without secrets
     */
    List<String> passOver(ExtraFields fields, ShapeException said, JsonNode plain) {
      List<String> places = fields.takeOut(plain);
      return json.flatMap(it -> said.extras().map(masked -> masked.takeOut(it)))
          .map(it -> it.stream().limit(MOST_EXTRAS).toList())
          .orElseGet(() -> places.stream().limit(MOST_EXTRAS).map(masking::text).toList());
    }
  }
}
