package org.defcore.guideline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * A JSON document with its keys sorted by code unit and no white space, in UTF-8, strings escaped
 * only where JSON demands it. For every published guideline {@code python3 -c "import json,sys;
 * print(json.dumps(json.load(sys.stdin), sort_keys=True, separators=(',', ':'),
 * ensure_ascii=False), end='')"} writes the same, so anybody can recompute a hash. Prose counts,
 * because a program cannot tell which sentence of a guideline carries meaning.
 */
public final class CanonicalJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CanonicalJson() {}

  /** {@code sha256:} and 64 hex digits. */
  public static String hash(JsonNode document) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(document));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  static byte[] bytes(JsonNode document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      write(document, json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static void write(JsonNode node, JsonGenerator json) throws IOException {
    if (node.isObject()) {
      json.writeStartObject();
      TreeSet<String> keys = new TreeSet<>();
      node.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        json.writeFieldName(key);
        write(node.path(key), json);
      }
      json.writeEndObject();
    } else if (node.isArray()) {
      json.writeStartArray();
      for (JsonNode item : node) {
        write(item, json);
      }
      json.writeEndArray();
    } else {
      json.writeTree(node);
    }
  }
}
