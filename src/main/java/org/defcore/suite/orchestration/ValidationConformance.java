package org.defcore.suite.orchestration;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.List;
import java.util.Map;
import org.defcore.client.Query;
import org.defcore.client.Wanted;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Templates that the service reads and creates nothing of. */
final class ValidationConformance {

  /** A random text whose length is a parameter. */
  private static final String TEXT =
      """
      heat_template_version: 2014-10-16
      description: a text
      parameters: {size: {type: number, default: 10, description: its length}}
      resources:
        text: {type: 'OS::Heat::RandomString', properties: {length: {get_param: size}}}
      """;

  private static final String GROUPS =
      """
      heat_template_version: 2014-10-16
      description: a group
      parameters:
        size: {type: number, default: 10, description: its length}
        shown: {type: string, default: foo}
        kept: {type: string, default: bar, hidden: true}
      parameter_groups: [{label: texts, description: two, parameters: [shown, kept]}]
      """;

  /** A template of which another one is the type of a resource. */
  private static final String OUTER =
      """
      heat_template_version: 2014-10-16
      description: an outer
      parameters: {top: {type: number, default: 5}}
      resources: {inner: {type: inner.yaml, properties: {size: {get_param: top}}}}
      """;

  private static final String MIDDLE =
      TEXT.replace(
          "'OS::Heat::RandomString', properties: {length: {get_param: size}}", "deep.yaml");

  private static final Query NESTED = Query.by("show_nested", "True");
  private static final Wanted SIZE_ALONE = parameter("size", "Number", "its length");
  private static final Wanted SIZE = SIZE_ALONE.with("Default", 10);
  private static final Wanted CHINESE_SIZE =
      parameter("长度", "Number", "说明").with("Label", "标签").with("Default", 10);
  private static final Wanted OUTER_DESCRIBED =
      described("an outer", Map.of("top", parameter("top", "Number", "").with("Default", 5)))
          .with("Environment", environment(Map.of("inner.yaml", "inner.yaml"), Map.of()));

  @InteropTest(id = "b65a80c2-a507-4deb-9e7e-43181cc05211")
  @Claim("The validation of a template returns its description and parameters")
  void templateIsDescribed(Cloud cloud) {
    assertAnswer(cloud, OwnStack.of(TEXT), described("a text", Map.of("size", SIZE)));
  }

  @InteropTest(id = "bf27371d-e202-4bae-9f13-2ef137958517")
  @Claim("A validation uses the parameters of the environment")
  void environmentGivesTheValue(Cloud cloud) {
    assertTakesValue(cloud, TEXT, "a text", "size", SIZE);
  }

  @InteropTest(id = "0278e03d-ed50-4909-b29d-9c4267d3fcd6")
  @Claim("A validation uses the resource registry of the environment")
  void environmentMapsTheType(Cloud cloud) {
    Map<String, String> mapping = Map.of("OS::Heat::RandomString", "OS::Heat::None");

    assertAnswer(
        cloud,
        OwnStack.of(TEXT).with("environment", Map.of("resource_registry", mapping)),
        described("a text", Map.of("size", SIZE))
            .with("Environment", environment(mapping, Map.of())));
  }

  @InteropTest(id = "acb1435b-f1db-4427-9121-7e3144ddb81e")
  @Claim("A parameter without a default is shown without one")
  void parameterNeedsAValue(Cloud cloud) {
    assertAnswer(
        cloud,
        OwnStack.of(TEXT.replace("default: 10, ", "")),
        described("a text", Map.of("size", SIZE_ALONE)));
  }

  @InteropTest(id = "7aac1feb-8256-4f70-8459-5e9780d28904")
  @Claim("A template of an unknown version is rejected")
  void unknownVersionIsRefused(Cloud cloud) {
    Wanted request = OwnStack.of(TEXT.replace("2014-10-16", "invalid"));

    assertRefused(400, () -> cloud.member().orchestration().validate(request));
  }

  @InteropTest(id = "6a6472d2-71fa-4ebe-a2b6-20878838555b")
  @Claim("A validation shows groups of parameters, and which of them are hidden")
  void groupsAreDescribed(Cloud cloud) {
    Map<String, Wanted> parameters =
        Map.of(
            "size",
            SIZE,
            "shown",
            parameter("shown", "String", "").with("Default", "foo"),
            "kept",
            parameter("kept", "String", "").with("Default", "bar").with("NoEcho", "true"));
    Map<String, Object> group =
        Map.of("label", "texts", "description", "two", "parameters", List.of("shown", "kept"));

    assertAnswer(
        cloud,
        OwnStack.of(GROUPS),
        described("a group", parameters).with("ParameterGroups", List.of(group)));
  }

  @InteropTest(id = "5100cf18-f52a-47a2-880c-d540edad149f")
  @Claim("A validation shows the parameters of the outer template alone")
  void nestedTemplateIsLeftOut(Cloud cloud) {
    assertAnswer(cloud, outer(Map.of("inner.yaml", TEXT)), OUTER_DESCRIBED);
  }

  @InteropTest(id = "480bcf64-25ae-49c7-b147-7cbc27d09cea")
  @Claim("A validation shows the parameters of a nested template when asked to")
  void nestedTemplateIsDescribed(Cloud cloud) {
    assertAnswer(
        cloud,
        outer(Map.of("inner.yaml", TEXT)),
        OUTER_DESCRIBED.with(
            "NestedParameters", Map.of("inner", nested("inner.yaml", valued(SIZE)))),
        NESTED);
  }

  @InteropTest(id = "a0bb07f0-2e10-4226-a205-a7eb04df415f")
  @Claim("A validation shows the parameters of nested templates at each level")
  void bothLevelsAreDescribed(Cloud cloud) {
    Wanted deep = nested("deep.yaml", SIZE);

    assertAnswer(
        cloud,
        outer(Map.of("inner.yaml", MIDDLE, "deep.yaml", TEXT)),
        OUTER_DESCRIBED.with(
            "NestedParameters",
            Map.of(
                "inner",
                nested("inner.yaml", valued(SIZE)).with("NestedParameters", Map.of("text", deep)))),
        NESTED);
  }

  @InteropTest(id = "871cc5dd-7550-494d-8c6d-9d549a8c0305")
  @Claim("The validation of a template keeps Chinese names")
  void chineseTemplateIsDescribed(Cloud cloud) {
    assertAnswer(
        cloud, OwnStack.of(ChineseTemplate.TEXT), described("文本", Map.of("长度", CHINESE_SIZE)));
  }

  @InteropTest(id = "e84c76b8-a5e5-45e7-9c4b-4c160d1c385f")
  @Claim("A validation accepts a parameter with a Chinese name")
  void chineseParameterGetsItsValue(Cloud cloud) {
    assertTakesValue(cloud, ChineseTemplate.TEXT, "文本", "长度", CHINESE_SIZE);
  }

  @InteropTest(id = "f307139b-03d0-4006-92b7-81c86c949727")
  @Claim("A template with OS::Heat::TestResource is valid without a value for its parameter")
  void testResourceIsValid(Cloud cloud) {
    String template =
        """
        heat_template_version: 2016-04-08
        description: a test
        parameters: {size: {type: number, description: its length}}
        resources: {test: {type: 'OS::Heat::TestResource', properties: {value: {get_param: size}}}}
        outputs: {value: {value: {get_attr: [test, output]}}}
        """;

    assertAnswer(cloud, OwnStack.of(template), described("a test", Map.of("size", SIZE_ALONE)));
  }

  private static void assertTakesValue(
      Cloud cloud, String template, String description, String name, Wanted parameter) {
    Map<String, Integer> given = Map.of(name, 5);

    assertAnswer(
        cloud,
        OwnStack.of(template).with("environment", Map.of("parameters", given)),
        described(description, Map.of(name, valued(parameter)))
            .with("Environment", environment(Map.of(), given)));
  }

  private static void assertAnswer(Cloud cloud, Wanted request, Wanted expected, Query... by) {
    assertSame("POST /validate", expected, cloud.member().orchestration().validate(request, by));
  }

  private static Wanted outer(Map<String, String> files) {
    return OwnStack.of(OUTER).with("files", files);
  }

  private static Wanted described(String description, Map<String, Wanted> parameters) {
    return Wanted.nameless()
        .with("Description", description)
        .with("Parameters", parameters)
        .with("Environment", environment(Map.of(), Map.of()));
  }

  private static Wanted environment(Map<String, String> types, Map<String, Integer> given) {
    Wanted registry = Wanted.nameless().with("resources", Map.of());
    for (Map.Entry<String, String> type : types.entrySet()) {
      registry = registry.with(type.getKey(), type.getValue());
    }
    return Wanted.nameless()
        .with("resource_registry", registry)
        .with("parameters", given)
        .with("parameter_defaults", Map.of())
        .with("event_sinks", List.of());
  }

  /** A nested template of {@link #TEXT}'s kind. */
  private static Wanted nested(String type, Wanted size) {
    return Wanted.nameless()
        .with("Type", type)
        .with("Description", "a text")
        .with("Parameters", Map.of("size", size));
  }

  private static Wanted parameter(String name, String type, String description) {
    return Wanted.nameless()
        .with("Type", type)
        .with("Description", description)
        .with("Label", name)
        .with("NoEcho", "false");
  }

  private static Wanted valued(Wanted parameter) {
    return parameter.with("Value", 5);
  }
}
