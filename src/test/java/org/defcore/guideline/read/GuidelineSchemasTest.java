package org.defcore.guideline.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.guideline.GuidelineFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidelineSchemasTest {

  private static final String CAPABILITY = "/capabilities/compute-servers-lock";
  private static final String TESTS = CAPABILITY + "/tests";
  private static final String TEST =
      TESTS
          + "/tempest.api.compute.servers.test_server_actions"
          + ".ServerActionsTestJSON.test_lock_unlock_server";
  private static final String FLAG =
      "/capabilities/compute-servers-resize/tests"
          + "/tempest.api.compute.servers.test_server_actions"
          + ".ServerActionsTestJSON.test_resize_server_confirm/flagged";

  private static final Set<String> SEEDED =
      Set.of("compute-servers", "compute-servers-lock", "compute-servers-resize");

  /** One thing wrong in the object at {@code at} of an otherwise sound guideline. */
  record Mistake(String what, String guideline, String at, Consumer<ObjectNode> seed) {

    @Override
    public String toString() {
      return guideline + ": " + what;
    }
  }

  static Stream<Mistake> mistakesInAnyVersion() {
    return Stream.of("2015.03", "2015.07", "2016.08", "2020.06")
        .flatMap(
            it ->
                Stream.of(
                    misspeltKey(it),
                    new Mistake("unknown key", it, "", node -> node.put("notes", "x")),
                    new Mistake("no capabilities", it, "", node -> node.remove("capabilities")),
                    new Mistake("admin as a string", it, capability(it), put("admin", "false")),
                    new Mistake("blank description", it, capability(it), put("description", " ")),
                    new Mistake("no description", it, capability(it), remove("description")),
                    new Mistake("unknown criterion", it, capability(it), add("achievements")),
                    new Mistake("achievement twice", it, capability(it), twice("achievements")),
                    new Mistake("weight as a string", it, atomic(it), put("weight", "8")),
                    new Mistake("unknown status", it, approval(it), put("status", "final")),
                    new Mistake("wrong id", it, identity(it), put("id", "June 2020")),
                    new Mistake("release twice", it, approval(it), twice("releases"))));
  }

  static Stream<Mistake> mistakesInVersion12() {
    return Stream.of(
        new Mistake("no list of flags", "2015.03", capability("2015.03"), remove("flagged")),
        new Mistake("flags as an object", "2015.03", capability("2015.03"), object("flagged")),
        new Mistake("tests as an object", "2015.03", capability("2015.03"), object("tests")),
        new Mistake("test twice", "2015.03", capability("2015.03"), twice("tests")),
        new Mistake("status unknown", "2015.03", capability("2015.03"), put("status", "must")),
        new Mistake("list misspelt", "2015.03", "/platform", rename("deprecated", "depricated")));
  }

  static Stream<Mistake> mistakesFromVersion15On() {
    return Stream.of("2015.07", "2016.08", "2020.06")
        .flatMap(
            it ->
                Stream.of(
                    new Mistake("test as a string", it, TESTS, node -> node.put(name(TEST), "x")),
                    new Mistake("test name with a blank", it, TESTS, object("tempest.a b")),
                    new Mistake("test without an id", it, TEST, remove("idempotent_id")),
                    new Mistake("short id", it, TEST, put("idempotent_id", "id-f81c8")),
                    new Mistake("empty id", it, TEST, put("idempotent_id", "")),
                    new Mistake("id with attributes", it, TEST, glue("idempotent_id")),
                    new Mistake("misspelt flag", it, TEST, object("flaged")),
                    new Mistake("flag that is null", it, TEST, node -> node.putNull("flagged")),
                    new Mistake("no alias in the list", it, TEST, node -> node.putArray("aliases")),
                    new Mistake("alias twice", it, TEST, aliases("tempest.a", "tempest.a")),
                    new Mistake("flag without reason", it, FLAG, remove("reason")),
                    new Mistake("flag without action", it, FLAG, remove("action")),
                    new Mistake("flag without date", it, FLAG, remove("date")),
                    new Mistake("day that is none", it, FLAG, put("date", "2015-02-30")),
                    new Mistake("malformed code", it, FLAG, put("reason", "D40 Is broken now.")),
                    new Mistake("unknown code", it, FLAG, put("reason", "[D407] Is broken."))));
  }

  static Stream<Mistake> mistakesOfOneVersion() {
    return Stream.of(
        new Mistake("score as a number", "2016.01", "", node -> node.put("cutoff_score", 74)),
        new Mistake("no day of approval", "2016.01", "", remove("target_approval")),
        new Mistake(
            "status of version 1.3", "2016.01", capability("2016.01"), put("status", "required")),
        new Mistake("title", "2016.08", capability("2016.08"), put("name", "Lock")),
        new Mistake("score as a string", "2020.06", "/metadata/scoring", put("cutoff_score", "74")),
        new Mistake("hyphen", "2020.06", CAPABILITY, rename("required_since", "required-since")),
        new Mistake("month 6", "2020.06", CAPABILITY, put("required_since", "2020.6")),
        new Mistake("the key \"flag\"", "2020.06", TEST, object("flag")),
        new Mistake("nothing to ask for", "2020.06", "", remove("platforms")),
        new Mistake(
            "platform as a list of names",
            "2020.06",
            "/platforms/OpenStack Powered Compute",
            node -> node.putArray("components").add("os_powered_compute")),
        new Mistake(
            "designation as a string",
            "2020.06",
            "/designated_sections/nova/required/sections/compute driver",
            put("designated", "no")),
        new Mistake(
            "add-on on nothing",
            "add-ons/dns.2020.06",
            "/add-ons/DNS",
            remove("required_platform_components")));
  }

  @ParameterizedTest
  @MethodSource({
    "mistakesInAnyVersion",
    "mistakesInVersion12",
    "mistakesFromVersion15On",
    "mistakesOfOneVersion"
  })
  void findsTheMistakeWhereItIs(Mistake mistake) throws IOException {
    JsonNode guideline = GuidelineFiles.guideline(mistake.guideline());
    String schema = GuidelineFiles.schemaVersion(guideline);
    // The others have been found sound once for all.
    ((ObjectNode) guideline.path("capabilities")).retain(SEEDED);
    JsonNode place = guideline.at(mistake.at());
    assertThat(place.isObject()).as("an object at %s", mistake.at()).isTrue();

    mistake.seed().accept((ObjectNode) place);

    assertThat(GuidelineFiles.problems(schema, guideline))
        .anySatisfy(it -> assertThat(it).startsWith(mistake.at()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"D400 Only one cloud passes.", "[D406] Gone from the suite.", "Was so."})
  void acceptsAReasonWithAndWithoutACode(String reason) throws IOException {
    JsonNode guideline = GuidelineFiles.guideline("2020.06");

    ((ObjectNode) guideline.at(FLAG)).put("reason", reason + " Nobody minds.");

    assertThat(GuidelineFiles.problems("2.0", guideline)).isEmpty();
  }

  @Test
  void serves13And14WithWhatOnlyTheyMayContain() throws IOException {
    JsonNode guideline = GuidelineFiles.guideline("2015.07");
    ObjectNode root = (ObjectNode) guideline;
    guideline.path("capabilities").forEach(it -> ((ObjectNode) it).putArray("guidelines"));
    root.remove("reference");

    assertThat(GuidelineFiles.problems("1.5", root.put("schema", "1.4"))).isEmpty();
    assertThat(GuidelineFiles.problems("1.5", root.put("schema", "1.5"))).isNotEmpty();
    assertThat(GuidelineFiles.problems("1.5", root.put("schema", "1.3")))
        .as("aliases and a day of approval before 1.4")
        .isNotEmpty();
  }

  @Test
  void allowsAnEmptyIdUnderThePlaceholdersNameOnly() throws IOException {
    JsonNode guideline = GuidelineFiles.guideline("2017.01");
    ObjectNode tests = (ObjectNode) guideline.at("/capabilities/volumes-list-api-versions/tests");
    assertThat(GuidelineFiles.problems("1.6", guideline)).isEmpty();

    tests.set("tempest.api.volume.test_a", tests.remove("tempest.api.volume.NEED_TEST"));

    assertThat(GuidelineFiles.problems("1.6", guideline)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.5", "1.6", "2.0"})
  void explainsEveryFieldInItsSchema(String version) throws IOException {
    JsonNode schema =
        GuidelineFiles.read(GuidelineFiles.FOLDER.resolve("schema/" + version + ".json"));
    assertThat(schema.path("$id").asText()).isEqualTo("urn:defcore:guideline:" + version);
    List<String> fields = new ArrayList<>();

    schema
        .propertyStream()
        // The conditions of 1.5 only take away fields that are explained elsewhere.
        .filter(it -> !it.getKey().equals("allOf"))
        .forEach(it -> addFields("/" + it.getKey(), it.getValue(), schema, fields));

    assertThat(fields).hasSizeGreaterThan(30).allMatch(it -> it.length() > it.indexOf(' ') + 10);
  }

  /** A line for each field below: where it is, and what is said of it there or where it refers. */
  private static void addFields(
      String pointer, JsonNode node, JsonNode schema, List<String> fields) {
    if (pointer.matches(".*/properties/[^/]+") || pointer.matches("/\\$defs/[^/]+")) {
      String reference = node.path("$ref").asText().replaceFirst("#", "");
      fields.add(
          pointer
              + " "
              + node.path("description").asText()
              + schema.at(reference).path("description").asText());
    }
    node.propertyStream()
        .forEach(it -> addFields(pointer + "/" + it.getKey(), it.getValue(), schema, fields));
  }

  private static Mistake misspeltKey(String guideline) {
    return new Mistake(
        "misspelt key", guideline, capability(guideline), rename("achievements", "acheivements"));
  }

  private static String capability(String guideline) {
    return guideline.equals("2015.03") ? "/capabilities/compute-servers" : CAPABILITY;
  }

  private static String identity(String guideline) {
    return guideline.equals("2020.06") ? "/metadata" : "";
  }

  private static String approval(String guideline) {
    return guideline.equals("2020.06") ? "/metadata/os_trademark_approval" : "";
  }

  private static String atomic(String guideline) {
    return (guideline.equals("2020.06") ? "/metadata/scoring" : "") + "/criteria/atomic";
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static Consumer<ObjectNode> put(String key, String value) {
    return it -> it.put(key, value);
  }

  private static Consumer<ObjectNode> object(String key) {
    return it -> it.putObject(key);
  }

  private static Consumer<ObjectNode> remove(String key) {
    return it -> it.remove(key);
  }

  private static Consumer<ObjectNode> rename(String from, String to) {
    return it -> it.set(to, it.remove(from));
  }

  private static Consumer<ObjectNode> add(String key) {
    return it -> ((ArrayNode) it.path(key)).add("discoverable");
  }

  private static Consumer<ObjectNode> twice(String key) {
    return it -> ((ArrayNode) it.path(key)).add(it.path(key).get(0));
  }

  private static Consumer<ObjectNode> glue(String key) {
    return it -> it.put(key, it.path(key).asText() + ",negative");
  }

  private static Consumer<ObjectNode> aliases(String... aliases) {
    return it -> List.of(aliases).forEach(it.withArray("aliases")::add);
  }
}
