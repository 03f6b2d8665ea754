package org.defcore.guideline.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Approval;
import org.defcore.guideline.CanonicalJson;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;

/** Reads guideline files of every schema from 1.2 on into the one model. */
public final class GuidelineReader {

  private static final SchemaVersion OLDEST = new SchemaVersion(1, 2);
  private static final SchemaVersion NEWEST_ONE = new SchemaVersion(1, 6);
  private static final SchemaVersion TWO = new SchemaVersion(2, 0);

  /**
   * The result of reading a file.
   *
   * @param guideline absent if there is an error among the findings
   * @param findings errors and oddities, in the order of reading
   */
  public record Inspection(Optional<Guideline> guideline, List<Finding> findings) {

    public Inspection {
      findings = List.copyOf(findings);
    }

    /**
     * The guideline.
     *
     * @param source name of the content in errors: file or name as the user wrote it
     * @throws GuidelineException for content that cannot be used, with every error in it
     */
    public Guideline usable(String source) {
      return guideline.orElseThrow(
          () ->
              new GuidelineException(
                  source,
                  findings.stream()
                      .filter(it -> it.severity() == Finding.Severity.ERROR)
                      .toList()));
    }
  }

  /**
   * Reads a file that must be usable.
   *
   * @throws GuidelineException for a file that cannot be read or used, with every error in it
   */
  public Guideline read(Path file) {
    return inspect(file).usable(file.toString());
  }

  /**
   * Reads a file that must be usable.
   *
   * @param source name of the content in errors: file or name as the user wrote it
   * @throws GuidelineException for content that cannot be used, with every error in it
   */
  public Guideline read(String source, byte[] content) {
    return inspect(content).usable(source);
  }

  /**
   * Reads a file, usable or not, and reports the findings.
   *
   * @throws GuidelineException for a file that cannot be read at all
   */
  public Inspection inspect(Path file) {
    return inspect(GuidelineDocument.bytes(file));
  }

  /** Reads a file, usable or not, and reports the findings. */
  public Inspection inspect(byte[] content) {
    Reading reading = new Reading();
    Optional<Guideline> guideline =
        GuidelineDocument.parse(content, reading).flatMap(it -> guideline(it, reading));
    return new Inspection(
        reading.errors().isEmpty() ? guideline : Optional.empty(), reading.findings());
  }

  /** Same as {@link #inspect(Path)}, for a parsed document. */
  public Inspection inspect(JsonNode document) {
    Reading reading = new Reading();
    Optional<Guideline> guideline = guideline(document, reading);
    return new Inspection(
        reading.errors().isEmpty() ? guideline : Optional.empty(), reading.findings());
  }

  /**
   * Reads no more of a file than its approval. Absent if it was never approved, or is unusable
   * already in what it says about itself.
   *
   * @throws GuidelineException for a file that cannot be read at all
   */
  public Optional<Approval> approval(Path file) {
    Reading reading = new Reading();
    return GuidelineDocument.outline(GuidelineDocument.bytes(file), reading)
        .filter(JsonNode::isObject)
        .map(reading::root)
        .flatMap(root -> reader(schemaPlace(root)).map(it -> it.identity(root)))
        .map(GuidelineReader::approval)
        .filter(it -> reading.errors().isEmpty())
        .flatMap(it -> it);
  }

  private static Optional<Approval> approval(IdentityReader reader) {
    Contents.Identity identity = reader.read();
    return Approval.of(identity.id(), identity.approval(), reader.targetApproval());
  }

  private static Optional<Guideline> guideline(JsonNode document, Reading reading) {
    JsonPlace root = reading.root(document);
    if (!document.isObject()) {
      root.error("expected a guideline object but found " + root.found());
      return Optional.empty();
    }
    JsonPlace schema = schemaPlace(root);
    if (!schema.given()) {
      root.error("not a guideline: expected /schema or /metadata/schema but found neither");
      return Optional.empty();
    }
    return reader(schema).map(it -> assemble(it, root, schema.node().asText()));
  }

  private static Guideline assemble(SchemaReader reader, JsonPlace root, String schema) {
    Contents contents = reader.read(root);
    new CrossReferences(contents, root.reading()).check();
    return new Guideline(
        contents.identity().id(),
        schema,
        CanonicalJson.hash(root.node()),
        contents.identity().approval(),
        contents.identity().replaces(),
        contents.identity().releases(),
        contents.targets(),
        contents.components(),
        contents.capabilities(),
        contents.annex(),
        root.reading().oddities());
  }

  private static JsonPlace schemaPlace(JsonPlace root) {
    JsonPlace inMetadata = root.at("metadata").at("schema");
    return inMetadata.given() ? inMetadata : root.at("schema");
  }

  private static Optional<SchemaReader> reader(JsonPlace schema) {
    Optional<SchemaVersion> parsed = SchemaVersion.parse(schema.node().asText());
    boolean known =
        parsed.isPresent()
            && parsed.get().compareTo(OLDEST) >= 0
            && parsed.get().major() <= TWO.major();
    if (!known) {
      schema.error("expected a schema 1.2 to 1.6 or 2.0 but found " + schema.found());
      return Optional.empty();
    }
    if (!schema.node().isTextual()) {
      schema.oddity(Rule.SCHEMA_VERSION, "expected a string but found " + schema.found());
    }
    return parsed.map(it -> reader(it, schema));
  }

  private static SchemaReader reader(SchemaVersion version, JsonPlace schema) {
    if (version.major() == TWO.major()) {
      if (version.compareTo(TWO) > 0) {
        schema.oddity(
            Rule.SCHEMA_VERSION,
            "expected schema 2.0 but found " + schema.found() + ": read as 2.0");
      }
    } else if (version.compareTo(NEWEST_ONE) > 0) {
      schema.oddity(
          Rule.SCHEMA_VERSION,
          "expected schema 1.2 to 1.6 but found " + schema.found() + ": read as 1.6");
    }
    return switch (Layout.of(version)) {
      case LISTED_TESTS -> SchemaOneReader.withListedTests();
      case KEYED_TESTS -> SchemaOneReader.withKeyedTests();
      case PLATFORMS -> new SchemaTwoReader();
    };
  }
}
