package org.defcore.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.capability.Kind;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The published schema and the reader take and refuse the same files. */
class PolicySchemaTest {

  private static final String WAIVER =
      """
      "reason": "r", "granted_by": "g", "from": "2026-01-01", "until": "2026-12-31"\
      """;

  @TempDir private Path folder;

  private static boolean fitsSchema(String json) throws IOException {
    String schema = Files.readString(Path.of("guidelines/schema/policy.json"));
    return new ValidatorFactory()
        .withJsonNodeFactory(new JacksonNode.Factory())
        .validate(schema, json)
        .isValid();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guidelines/schema/policy.json",
        "reports/schema/matrix.json",
        "reports/schema/report.json"
      })
  void listsOfKindsAreComplete(String schema) throws IOException {
    List<String> kinds = Stream.of(Kind.values()).map(Kind::word).toList();
    List<List<String>> lists =
        new ObjectMapper()
            .readTree(Path.of(schema).toFile()).findValues("enum").stream()
                .map(it -> it.valueStream().map(JsonNode::asText).toList())
                .filter(it -> it.contains(Kind.ZONE.word()))
                .toList();

    assertThat(lists).as("kinds in %s", schema).isNotEmpty().containsOnly(kinds);
  }

  private boolean isRead(String json) throws IOException {
    try {
      new PolicyReader().read(Files.writeString(folder.resolve("policy.yaml"), json));
      return true;
    } catch (UnusableFile e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'mark': 'full'}",
        "{'mark': 'api-contract', 'flaky_allowance': 0, 'window': 1, 'waivers': []}",
        "{'skipped_allowance': 'any'}",
        "{'skipped_allowance': 12}",
        "{'kinds': ['virtual-machine', 'system-container', 'zone', 'bare-metal']}",
        "{'waivers': [{'capability': 'c', WAIVER}]}",
        "{'waivers': [{'test': '6f8e4436-fc96-4282-8122-e41df57197a9', WAIVER}]}",
        "{'waivers': [{'test': 'id-6F8E4436-fc96-4282-8122-e41df57197a9', WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'for': 'acme', 'guidelines': ['2020.06'], WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'guidelines': [], WAIVER}]}"
      })
  void bothTake(String written) throws IOException {
    String json = written.replace("WAIVER", WAIVER).replace('\'', '"');

    assertThat(isRead(json)).as("reader").isTrue();
    assertThat(fitsSchema(json)).as("schema").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{'marks': 'full'}",
        "{'mark': 'half'}",
        "{'mark': ''}",
        "{'kinds': []}",
        "{'kinds': 'zone'}",
        "{'kinds': ['jail']}",
        "{'flaky_allowance': -1}",
        "{'flaky_allowance': 0.5}",
        "{'flaky_allowance': 1000000}",
        "{'skipped_allowance': -1}",
        "{'skipped_allowance': 'all'}",
        "{'window': 0}",
        "{'window': 'two'}",
        "{'waivers': {}}",
        "{'waivers': ['c']}",
        "{'waivers': [{WAIVER}]}",
        "{'waivers': [{'capability': ' ', WAIVER}]}",
        "{'waivers': [{'test': '6f8e4436', WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'test': '6f8e4436-fc96-4282-8122-e41df57197a9', WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'guidelines': '2020.06', WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'for': ['acme'], WAIVER}]}",
        "{'waivers': [{'capability': 'c', 'reason': 'r', 'granted_by': 'g', 'until': '2026-01-01'}]}",
        "{'waivers': [{'capability': 'c', 'reason': 'r', 'granted_by': 'g',"
            + " 'from': '2026-1-1', 'until': '2026-01-01'}]}",
        "{'waivers': [{'capability': 'c', 'reason': '', 'granted_by': 'g',"
            + " 'from': '2026-01-01', 'until': '2026-01-01'}]}"
      })
  void bothRefuse(String written) throws IOException {
    String json = written.replace("WAIVER", WAIVER).replace('\'', '"');

    assertThat(isRead(json)).as("reader").isFalse();
    assertThat(fitsSchema(json)).as("schema").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"guidelines/policy.yaml", "samples/policy.yaml", "samples/policy-scs.yaml"})
  void filesOfOursFitTheSchema(String file) throws IOException {
    Node root = YamlFile.root(Path.of(file), new Problems(file)).orElseThrow();

    assertThat(fitsSchema(json(root).toString())).isTrue();
  }

  @Test
  void schemaDescribesEveryProperty() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Files.readString(Path.of("guidelines/schema/policy.json")));

    assertThat(List.of("/properties", "/properties/waivers/items/properties"))
        .allSatisfy(
            it ->
                assertThat(schema.at(it))
                    .isNotEmpty()
                    .allMatch(property -> property.has("description")));
  }

  /** A file as schema checkers of YAML see it, except for days, which they see as texts. */
  private static JsonNode json(Node node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (node instanceof MappingNode mapping) {
      ObjectNode object = json.objectNode();
      for (NodeTuple it : mapping.getValue()) {
        object.set(((ScalarNode) it.getKeyNode()).getValue(), json(it.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode list) {
      ArrayNode array = json.arrayNode();
      list.getValue().forEach(it -> array.add(json(it)));
      return array;
    }
    String text = ((ScalarNode) node).getValue();
    return node.getTag().equals(Tag.INT)
        ? json.numberNode(Integer.parseInt(text))
        : json.textNode(text);
  }
}
