package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.defcore.simcloud.wire.Incoming;

/** Reads the documents that clients send, as the service's schemas have them. */
record VolumeDocument(JsonNode content) {

  private static final int LONGEST_TEXT = 255;
  private static final Pattern METADATA_KEY = Pattern.compile("[a-zA-Z0-9-_:. /]{1,255}");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}");
  private static final Set<String> CHANGEABLE =
      Set.of("name", "description", "display_name", "display_description", "metadata");

  /** Reads the content of a document of one key. */
  static VolumeDocument read(Incoming request, String key) throws IOException {
    JsonNode sent =
        request.json().orElseThrow(() -> VolumeFaults.badRequest("Malformed request body"));
    if (!sent.isObject()) {
      throw VolumeFaults.badRequest("The document is not an object");
    }
    JsonNode content = sent.path(key);
    if (content.isMissingNode()) {
      throw VolumeFaults.badRequest("'" + key + "' is a required property");
    }
    if (!content.isObject()) {
      throw VolumeFaults.invalid(key, "it is not an object");
    }
    return new VolumeDocument(content);
  }

  /** The texts with which this document replaces those of a volume. */
  VolumeSpec.Texts texts(VolumeSpec.Texts before) {
    return new VolumeSpec.Texts(
        text("name", before.name()), text("description", before.description()));
  }

  // The first version of the API called them display_name and display_description.
  private JsonNode text(String field, JsonNode before) {
    JsonNode legacy = content.path("display_" + field);
    JsonNode sent = content.has(field) ? content.path(field) : legacy;
    if (sent.isMissingNode()) {
      return before;
    }
    if (!sent.isTextual() && !sent.isNull()) {
      throw VolumeFaults.invalid(field, "it is neither a text nor null");
    }
    String text = sent.asText("").strip();
    if (text.length() > LONGEST_TEXT) {
      throw VolumeFaults.badRequest(
          "Invalid input received: %s has %d characters, the most is %d"
              .formatted(field, text.length(), LONGEST_TEXT));
    }
    return sent.isNull() ? sent : TextNode.valueOf(text);
  }

  boolean hasMetadata() {
    return content.path("metadata").isObject();
  }

  Map<String, String> metadata() {
    JsonNode sent = content.path("metadata");
    if (!sent.isObject() && !sent.isNull() && !sent.isMissingNode()) {
      throw VolumeFaults.invalid("metadata", "it is neither an object nor null");
    }
    return sent.isObject() ? new VolumeDocument(sent).items() : Map.of();
  }

  /** The whole document as keys and values of metadata. */
  Map<String, String> items() {
    Map<String, String> items = new TreeMap<>();
    for (Map.Entry<String, JsonNode> item : content.properties()) {
      if (!METADATA_KEY.matcher(item.getKey()).matches()) {
        throw VolumeFaults.invalid("metadata", "\"" + item.getKey() + "\" cannot be a key");
      }
      if (!item.getValue().isTextual() || item.getValue().asText().length() > LONGEST_TEXT) {
        throw VolumeFaults.invalid(item.getKey(), "it is not a text of at most 255 characters");
      }
      items.put(item.getKey(), item.getValue().asText());
    }
    return items;
  }

  /** The size, or another one where none was sent. */
  int size(int otherwise) {
    JsonNode sent = content.path("size");
    boolean digits = sent.isTextual() && sent.asText().matches("[0-9]{1,9}");
    if (sent.isNull() || sent.isMissingNode()) {
      return otherwise;
    }
    if (!sent.isInt() && !digits) {
      throw VolumeFaults.invalid("size", "it is not a whole number");
    }
    if (sent.asInt() < 1) {
      throw VolumeFaults.invalid("size", "it is less than 1");
    }
    return sent.asInt();
  }

  /** A field that names something else; empty where it is not sent or null. */
  String reference(String field) {
    JsonNode sent = content.path(field);
    if (!sent.isTextual() && !sent.isNull() && !sent.isMissingNode()) {
      throw VolumeFaults.invalid(field, "it is neither a text nor null");
    }
    return sent.asText("");
  }

  /** A field that names something else by its id; empty where it is not sent or null. */
  String id(String field) {
    String sent = reference(field);
    if (!sent.isEmpty() && !UUID.matcher(sent).matches()) {
      throw VolumeFaults.invalid(field, "it is no id");
    }
    return sent;
  }

  boolean has(String field) {
    return content.has(field);
  }

  boolean isTrue(String field) {
    return content.path(field).asBoolean();
  }

  void requireOnlyChangeable() {
    requireOnly("volume", CHANGEABLE);
  }

  /** Refuses a document, called by its key, with any other field. */
  void requireOnly(String key, Set<String> fields) {
    content
        .fieldNames()
        .forEachRemaining(
            it -> {
              if (!fields.contains(it)) {
                throw VolumeFaults.invalid(key, "\"" + it + "\" was not expected");
              }
            });
  }
}
