package org.defcore.foreign;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** {@code import.json} of a run: the files that it was made of, and what of them is no test. */
public final class ImportNote {

  public static final String FILE = "import.json";

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ImportNote() {}

  /** The SHA-256 sum over those of all files, in hexadecimal digits. */
  public static String sum(List<ForeignSource> sources) {
    MessageDigest digest = ForeignFile.sha256();
    sources.forEach(it -> digest.update(it.sha256().getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String json(List<ForeignSource> sources, ImportedResults results) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", "defcore-import/1");
    ArrayNode files = root.putArray("sources");
    for (ForeignSource source : sources) {
      files
          .addObject()
          .put("file", source.file())
          .put("sha256", source.sha256())
          .put("format", source.format())
          .put("tool", source.tool())
          .put("results", source.results().size())
          .put("passes_only", source.passesOnly());
    }
    root.put("tests", results.attempts().size());
    ArrayNode unmatched = root.putArray("unmatched");
    for (ImportedResults.Unmatched it : results.unmatched()) {
      unmatched
          .addObject()
          .put("file", it.file())
          .put("name", it.name())
          .put("outcome", it.outcome().word())
          .put("why", it.why());
    }
    try {
      return MAPPER
              .writer(
                  new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
              .writeValueAsString(root)
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
