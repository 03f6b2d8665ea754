package org.defcore.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.TestId;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.list.KnownTests;
import org.defcore.guideline.list.ListGuideline;
import org.defcore.guideline.list.ListTargets;
import org.defcore.guideline.list.ListTerms;
import org.defcore.guideline.list.ListedTests;
import org.defcore.guideline.read.GuidelineDocument;
import org.defcore.guideline.read.GuidelineDocument.Twice;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.yaml.UnusableFile;

/** A guideline out of a list of tests, with what the guidelines before it say of the same tests. */
public final class GuidelineFromList {

  /** The last approved ones first; drafts are the last to be asked. */
  private static final Comparator<Guideline> ORDER =
      Comparator.comparing((Guideline it) -> Approval.given(it))
          .thenComparing(it -> cycle(it.id()).orElse(""))
          .thenComparing(Guideline::id)
          .reversed();

  private static final Pattern CYCLE = Pattern.compile("(?:.*\\.)?(\\d{4}\\.\\d\\d)");

  private final Installation installation;
  private final GuidelineLibrary library;

  public GuidelineFromList(Installation installation) {
    this.installation = installation;
    this.library = installation.guidelines();
  }

  /**
   * A guideline that was made.
   *
   * @param document its file
   * @param placedHere capabilities, with the number of their tests that no guideline before has
   */
  public record Made(
      ObjectNode document,
      Guideline guideline,
      ListedTests listed,
      Map<String, Integer> placedHere) {

    public Made {
      document = document.deepCopy();
      placedHere = Map.copyOf(placedHere);
    }
  }

  /**
   * Makes the guideline.
   *
   * @param list file with a test a line
   * @param like guideline whose targets and groups it gets, as far as the list goes
   * @throws UnusableFile if no line of the list can be placed
   * @throws GuidelineException if no usable guideline comes out of it
   */
  public Made like(String like, TestListFile list, ListTerms terms) {
    Guideline pattern = library.find(like);
    JsonNode document =
        GuidelineDocument.parse(GuidelineDocument.bytes(library.locate(like)), Twice.TAKE_LAST)
            .json()
            .orElseThrow(() -> new GuidelineException(like + ": no JSON"));
    return make(Optional.of(pattern), ListTargets.like(pattern, document), list, terms);
  }

  /** As {@link #like}, with one target. */
  public Made one(String target, String description, TestListFile list, ListTerms terms) {
    return make(Optional.empty(), ListTargets.one(target, description, terms.id()), list, terms);
  }

  private Made make(
      Optional<Guideline> pattern, ListTargets targets, TestListFile list, ListTerms terms) {
    List<Guideline> earlier = earlier(terms.id());
    KnownTests before = new KnownTests(earlier, Map.of());
    KnownTests known =
        new KnownTests(Stream.concat(pattern.stream(), earlier.stream()).toList(), catalogue());
    ListedTests listed =
        ListedTests.of(
            list.some(installation).stream()
                .flatMap(
                    it ->
                        it.line().stream()
                            .map(line -> new ListedTests.Line(line.number(), it.text())))
                .toList(),
            known);
    if (listed.tests().isEmpty()) {
      throw new UnusableFile(
          list.name(),
          listed.unplaced().stream().map(it -> list.name() + ":" + it.words()).toList());
    }
    ListGuideline made = new ListGuideline(listed, known, before::has);
    String name = String.valueOf(Path.of(list.name()).getFileName());
    ObjectNode document = made.document(terms, targets, name, sha256(list));
    Guideline guideline =
        new GuidelineReader().inspect(document).usable(list.name() + " as a guideline");
    return new Made(document, guideline, listed, made.placedHere());
  }

  private Map<String, TestId> catalogue() {
    Map<String, TestId> names = new LinkedHashMap<>();
    installation
        .catalogue()
        .entries()
        .forEach(it -> it.names().forEach(name -> names.put(name, it.id())));
    return names;
  }

  /** Those of earlier cycles; of a guideline without a cycle, all others. */
  private List<Guideline> earlier(String id) {
    Optional<String> own = cycle(id);
    return library.list().stream()
        .flatMap(it -> it.guideline().stream())
        .filter(it -> !it.id().equals(id))
        .filter(
            it ->
                own.isEmpty()
                    || cycle(it.id()).filter(its -> its.compareTo(own.get()) < 0).isPresent())
        .sorted(ORDER)
        .toList();
  }

  private static Optional<String> cycle(String id) {
    return Optional.of(CYCLE.matcher(id)).filter(Matcher::matches).map(it -> it.group(1));
  }

  private String sha256(TestListFile list) {
    byte[] content = GuidelineDocument.bytes(installation.work().resolve(list.name()));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
