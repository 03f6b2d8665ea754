package org.defcore.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.guideline.Approval;
import org.defcore.result.Integrity;

/**
 * Facts that are in no file of the run: {@code public/bundle.json}, as {@code
 * reports/schema/bundle.json} describes it.
 *
 * @param format rises by its number when an old reader could misread a new file
 * @param created time at which the bundle was made, by the clock of its maker
 * @param tool version of the program
 * @param run the state of the run then
 * @param scoring terms of the verdicts
 */
public record BundleFacts(
    String format, String created, String tool, Suite suite, Run run, Scoring scoring) {

  public static final String FORMAT = "defcore-bundle/1";
  public static final String FILE = "public/bundle.json";

  private static final String FAMILY = "defcore-bundle/";
  private static final Pattern QUOTING =
      Pattern.compile("(?s)(: expected an? (?:outcome|JSON object|time|remark|file of a run)).*");
  private static final Pattern OF_EVIDENCE =
      Pattern.compile("(?s)^(evidence/[^:]+): (?!\\w+ since the run ended$).*");
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(new Jdk8Module())
          .build();

  /**
   * The suite that tested.
   *
   * @param sha256 of its code
   */
  public record Suite(int tests, String sha256) {}

  /**
   * The run.
   *
   * @param manifest hash of its manifest, if it has one
   * @param fileProblems what was wrong with its files, as {@link #opened} has it
   * @param withoutEvidence ids of tests that began and have none
   */
  public record Run(
      String id,
      Optional<String> manifest,
      List<String> fileProblems,
      List<String> withoutEvidence) {

    public Run {
      fileProblems = List.copyOf(fileProblems);
      withoutEvidence = List.copyOf(withoutEvidence);
    }

    /** The problems without words that a file quotes, as a cloud may have put them there. */
    public static List<String> opened(List<String> problems) {
      return problems.stream()
          .map(it -> QUOTING.matcher(it).replaceFirst("$1"))
          .map(it -> OF_EVIDENCE.matcher(it).replaceFirst("$1: cannot be read"))
          .toList();
    }

    Integrity integrity() {
      return new Integrity(Optional.empty(), manifest, fileProblems);
    }
  }

  /**
   * Terms of the verdicts, besides guideline, policy and catalogue, which are parts of their own.
   *
   * @param guideline name of its file without {@code .json}
   * @param approvals of all guidelines that there were
   */
  public record Scoring(String guideline, String target, String asOf, List<Approved> approvals) {

    public Scoring {
      approvals = List.copyOf(approvals);
    }

    public LocalDate day() {
      return LocalDate.parse(asOf);
    }

    public List<Approval> known() {
      return approvals.stream()
          .map(it -> new Approval(it.id(), Approval.series(it.id()), LocalDate.parse(it.on())))
          .toList();
    }
  }

  /** The approval of a guideline. */
  public record Approved(String id, String on) {}

  public String text() {
    return text(MAPPER.valueToTree(this)) + "\n";
  }

  static String text(JsonNode document) {
    try {
      return MAPPER
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
          .writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }

  /**
   * Reads them.
   *
   * @param name of the bundle in messages
   * @throws BundleException if they are of another version, or none
   */
  static BundleFacts read(byte[] content, String name) {
    try {
      String format = MAPPER.readTree(content).path("format").asText();
      if (format.startsWith(FAMILY) && !format.equals(FORMAT)) {
        throw new BundleException(
            "%s: %s: expected format %s but found %s: use a newer version of defcore"
                .formatted(name, FILE, FORMAT, plain(format)));
      }
      BundleFacts facts = MAPPER.readValue(content, BundleFacts.class);
      facts.scoring.day();
      facts.scoring.known();
      return facts;
    } catch (IOException | DateTimeException e) {
      throw new BundleException("%s: %s: expected the facts of a bundle".formatted(name, FILE));
    }
  }

  private static String plain(String format) {
    String plain = format.replaceAll("[^ -~]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
