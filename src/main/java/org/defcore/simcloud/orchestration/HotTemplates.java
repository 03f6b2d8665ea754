package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Templates as they are sent, and the versions and functions of their language. */
final class HotTemplates {

  static final String VERSION = "heat_template_version";

  private static final List<String> DATES =
      List.of(
          "2013-05-23",
          "2014-10-16",
          "2015-04-30",
          "2015-10-15",
          "2016-04-08",
          "2016-10-14",
          "2017-02-24",
          "2017-09-01",
          "2018-03-02",
          "2018-08-31",
          "2021-04-16");

  /** Releases by the versions that they stand for. */
  private static final Map<String, String> RELEASES =
      Map.of(
          "2016-10-14", "newton",
          "2017-02-24", "ocata",
          "2017-09-01", "pike",
          "2018-03-02", "queens",
          "2018-08-31", "rocky",
          "2021-04-16", "wallaby");

  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "get_attr", "A function for resolving resource attributes.",
          "get_file", "A function for including a file inline.",
          "get_param", "A function for resolving parameter references.",
          "get_resource", "A function for resolving resource references.",
          "list_join", "A function for joining one or more lists of strings.",
          "str_replace", "A function for performing string substitutions.");

  private HotTemplates() {}

  /** YAML without timestamps: the version of a template looks like one and is a text. */
  private static final class Plain extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  /** The template of a request, which is an object, or YAML in a text. */
  static ObjectNode sent(JsonNode template) {
    if (template.isNull() || template.isMissingNode()) {
      throw HeatFaults.badRequest("No template specified");
    }
    JsonNode parsed = template.isTextual() ? parsed(template.asText()) : template;
    if (!(parsed instanceof ObjectNode object)) {
      throw HeatFaults.badRequest("The template is not a JSON object or YAML mapping.");
    }
    String version = object.path(VERSION).asText();
    if (!DATES.contains(version) && !RELEASES.containsValue(version)) {
      throw unknown(object);
    }
    return object;
  }

  /** YAML as a tree. */
  static JsonNode parsed(String text) {
    try {
      LoaderOptions loading = new LoaderOptions();
      DumperOptions dumping = new DumperOptions();
      Yaml yaml =
          new Yaml(
              new SafeConstructor(loading),
              new Representer(dumping),
              dumping,
              loading,
              new Plain());
      return new ObjectMapper().valueToTree(yaml.<Object>load(text));
    } catch (YAMLException e) {
      throw HeatFaults.badRequest("Template not in valid format: " + e.getMessage());
    }
  }

  private static Refusal unknown(ObjectNode template) {
    String known =
        Stream.concat(DATES.stream(), RELEASES.values().stream().sorted())
            .collect(Collectors.joining(", "));
    String why =
        template.has(VERSION)
            ? "\"%1$s: %2$s\". \"%1$s\" should be one of: %3$s"
                .formatted(VERSION, template.path(VERSION).asText(), known)
            : "Template version was not provided";
    return HeatFaults.badRequest(
        "InvalidTemplateVersion", "The template version is invalid: " + why);
  }

  /** The answer to a question for all versions. */
  static ObjectNode versions() {
    return Json.wrap(
        "template_versions", Json.array(DATES.stream().map(HotTemplates::version).toList()));
  }

  private static ObjectNode version(String date) {
    List<String> aliases =
        Optional.ofNullable(RELEASES.get(date)).map(it -> VERSION + "." + it).stream().toList();
    return Json.form(
        "{\"version\": %s, \"type\": \"hot\", \"aliases\": %s}", VERSION + "." + date, aliases);
  }

  /** The answer to a question for the functions of a version. */
  static ObjectNode functions(String version) {
    if (DATES.stream().noneMatch(it -> version.equals(VERSION + "." + it))) {
      String message = "Template with version %s not found".formatted(version);
      throw new Refusal(HeatFaults.fault(404, "NotFound", message), message);
    }
    List<ObjectNode> all =
        FUNCTIONS.keySet().stream()
            .sorted()
            .map(
                it ->
                    Json.object()
                        .put("functions", it)
                        .put("description", FUNCTIONS.getOrDefault(it, "")))
            .toList();
    return Json.wrap("template_functions", Json.array(all));
  }
}
