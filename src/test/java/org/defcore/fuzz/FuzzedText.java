package org.defcore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.json.Envelope;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.redact.Masking;
import org.defcore.http.redact.Secrets;

/** Bodies of answers. */
final class FuzzedText {

  private static final String SECRET = "gAAAAAsecretOfTheRun7f41c";

  private FuzzedText() {}

  /** A record with fields of each sort. */
  private record Sample(
      String id, int number, boolean flag, List<String> names, Optional<Part> more) {}

  private record Part(double size, Map<String, Integer> counts) {}

  /** Anything is JSON of a shape, or not. */
  static void json(byte[] input) {
    try {
      JsonNode read = StrictJson.parse(input);
      StrictJson.bind(read, Sample.class);
      StrictJson.list(read, "names", Part.class, Envelope.PAGED);
    } catch (ShapeException e) {
      assertThat(e.getMessage()).contains("expected ").doesNotContain("\n");
    }
  }

  /** A known secret is masked wherever it stands, and what was masked stays as it is. */
  static void secrets(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int middle = text.length() / 2;
    for (String told : List.of(text, text.substring(0, middle) + SECRET + text.substring(middle))) {
      Secrets secrets = new Secrets();
      secrets.add(SECRET);
      Masking masking = new Masking(secrets);
      masking.learnText(told);
      masking.learnUrl(told);
      assertThat(masking.text(told)).doesNotContain(SECRET);
    }
  }
}
