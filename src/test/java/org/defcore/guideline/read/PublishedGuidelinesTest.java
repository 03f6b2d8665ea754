package org.defcore.guideline.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.SharedFiles;
import org.defcore.guideline.GuidelineFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedGuidelinesTest {

  private static final Set<String> SENTENCES =
      Set.of("description", "descriptin", "Description", "guidance", "comment");
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?:;])\\s+");
  private static final Pattern CODE = Pattern.compile("^(D40[0-6]) ");
  private static final Pattern REVIEW = Pattern.compile("\\breview (\\d+)");
  private static final Pattern BUG = Pattern.compile("\\bbug (\\d+)");

  /** Ours, which corrects a published one and was never published itself. */
  private static final String DRAFT = "2026.11";

  /** Made of lists; their files were lost, or never were. */
  private static final Set<String> OF_LISTS = Set.of("2022.11", "scs-0128");

  static List<String> names() throws IOException {
    return GuidelineFiles.names();
  }

  static List<String> publishedNames() throws IOException {
    return names().stream().filter(it -> !it.equals(DRAFT) && !OF_LISTS.contains(it)).toList();
  }

  @Test
  void everyFileIsHere() throws IOException {
    assertThat(names())
        .contains("2015.03", "2020.06", DRAFT, "next", "add-ons/dns.next", "verticals/nfv.next")
        .hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("names")
  void followsItsOwnSchema(String name) throws IOException {
    JsonNode guideline = GuidelineFiles.guideline(name);

    assertThat(GuidelineFiles.problems(GuidelineFiles.schemaVersion(guideline), guideline))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void endsInANewlineAndHoldsNoTab(String name) throws IOException {
    assertThat(Files.readString(GuidelineFiles.FOLDER.resolve(name + ".json")))
        .endsWith("}\n")
        .doesNotContain("\t", "\r");
  }

  @ParameterizedTest
  @MethodSource("publishedNames")
  void statesThePublishedFactsAndNoOthers(String name) throws IOException {
    Path published = SharedFiles.require("facts/guidelines/" + name + ".json");
    JsonNode ours = GuidelineFiles.guideline(name);
    boolean underscores = GuidelineFiles.schemaVersion(ours).equals("2.0");

    Set<String> stated = lines(factsOf(ours));
    Set<String> expected = lines(repaired(GuidelineFiles.read(published), underscores));

    assertThat(difference(expected, stated)).as("published but not stated").isEmpty();
    assertThat(difference(stated, expected)).as("stated but not published").isEmpty();
  }

  @Test
  void describesACapabilityInTheSameWordsInEveryFile() throws IOException {
    Map<String, Set<String>> descriptions = new TreeMap<>();
    for (String name : names()) {
      GuidelineFiles.guideline(name)
          .path("capabilities")
          .properties()
          .forEach(
              it ->
                  descriptions
                      .computeIfAbsent(it.getKey(), key -> new TreeSet<>())
                      .add(it.getValue().path("description").asText()));
    }

    assertThat(descriptions).hasSize(173).allSatisfy((key, value) -> assertThat(value).hasSize(1));
    assertThat(descriptions.values().stream().distinct()).as("distinct texts").hasSize(173);
  }

  @Test
  void sharesNoSentenceWithTheOriginals() throws IOException {
    Set<String> theirs = sentences(SharedFiles.require("upstream/interop"));
    assertThat(theirs).as("sentences of the originals").hasSizeGreaterThan(200);

    Set<String> ours = sentences(GuidelineFiles.FOLDER);

    assertThat(ours)
        .as("sentences of ours")
        .hasSizeGreaterThan(200)
        .doesNotContainAnyElementsOf(theirs);
  }

  /** Our file without its sentences; of a flag's reason, the numbers it quotes are left. */
  private static JsonNode factsOf(JsonNode node) {
    if (node instanceof ArrayNode array) {
      return arrayOf(array.valueStream().map(PublishedGuidelinesTest::factsOf).toList());
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> it : object.properties()) {
      if (it.getKey().equals("flagged") && it.getValue() instanceof ObjectNode flag) {
        facts.set("flagged", factsOfFlag(flag));
      } else if (!SENTENCES.contains(it.getKey())) {
        facts.set(it.getKey(), factsOf(it.getValue()));
      }
    }
    return facts;
  }

  private static ObjectNode factsOfFlag(ObjectNode flag) {
    ObjectNode facts = flag.deepCopy().without(List.of("reason", "action"));
    Map<String, Pattern> quoted = Map.of("code", CODE, "review", REVIEW, "bug", BUG);
    quoted.forEach(
        (key, pattern) -> {
          Matcher matcher = pattern.matcher(flag.path("reason").asText());
          if (matcher.find()) {
            facts.put(key, matcher.group(1));
          }
        });
    return facts;
  }

  /** The published facts with their slips of the pen put right, as our files write them. */
  private static JsonNode repaired(JsonNode node, boolean underscores) {
    if (node instanceof ArrayNode array) {
      return arrayOf(array.valueStream().map(it -> repaired(it, underscores)).toList());
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> it : object.properties()) {
      switch (it.getKey()) {
        case "achievements", "acheivements" ->
            facts.set("achievements", repairedAchievements(it.getValue()));
        // 2016.01 glues attributes such as ",negative" to some ids.
        case "idempotent_id" ->
            facts.put(it.getKey(), it.getValue().asText().replaceFirst(",.*", ""));
        // 2018.02 uses the key of schema 1.6 in most capabilities.
        case "required-since" ->
            facts.set(underscores ? "required_since" : it.getKey(), it.getValue());
        default -> {
          if (!SENTENCES.contains(it.getKey())) {
            facts.set(it.getKey(), repaired(it.getValue(), underscores));
          }
        }
      }
    }
    return facts;
  }

  private static ArrayNode repairedAchievements(JsonNode achievements) {
    return arrayOf(
        achievements
            .valueStream()
            .filter(it -> !it.asText().isEmpty())
            .map(it -> it.asText().equals("discoverable") ? "discover" : it.asText())
            .map(it -> (JsonNode) JsonNodeFactory.instance.textNode(it))
            .toList());
  }

  private static ArrayNode arrayOf(List<JsonNode> values) {
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }

  /** One line a leaf, so that a difference reads as the place and the value. */
  private static Set<String> lines(JsonNode node) {
    Set<String> lines = new LinkedHashSet<>();
    addLines("", node, lines);
    return lines;
  }

  private static void addLines(String pointer, JsonNode node, Set<String> lines) {
    if (node.isEmpty()) {
      lines.add(pointer + " = " + node);
    }
    node.properties().forEach(it -> addLines(pointer + "/" + it.getKey(), it.getValue(), lines));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        addLines(pointer + "/" + i, node.get(i), lines);
      }
    }
  }

  private static List<String> difference(Set<String> from, Set<String> without) {
    return from.stream().filter(it -> !without.contains(it)).toList();
  }

  /** Sentences of at least 4 words and 25 characters in all JSON texts below, words only. */
  private static Set<String> sentences(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : GuidelineFiles.jsonBelow(folder)) {
      addTexts(GuidelineFiles.read(file), texts);
    }
    Set<String> sentences = new TreeSet<>();
    for (String text : texts) {
      for (String sentence : BETWEEN_SENTENCES.split(text, -1)) {
        String words =
            sentence
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .replaceFirst("^ ?(d\\d{3} )?", "")
                .strip();
        if (words.length() >= 25 && words.split(" ").length >= 4) {
          sentences.add(words);
        }
      }
    }
    return sentences;
  }

  /** Names of tests and addresses hold no space, so they are left out. */
  private static void addTexts(JsonNode node, List<String> texts) {
    if (node.isTextual() && node.asText().strip().contains(" ")) {
      texts.add(node.asText());
    }
    node.forEach(it -> addTexts(it, texts));
  }
}
