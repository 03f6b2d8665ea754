package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.suite.ResourceClaims.assertHolds;
import static org.defcore.suite.ResourceClaims.assertSame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.StackResource;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Templates of stacks. */
final class StackTemplatesConformance {

  @InteropTest(id = "d2c4a10c-3cb4-4efd-889d-695a0acbd04f")
  @Claim("A stack keeps Chinese names of resources and outputs")
  void chineseNamesAreKept(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, OwnStack.of(ChineseTemplate.TEXT));
    stack.await("CREATE_COMPLETE", poll);

    String call = "GET " + stack.address().path();
    ObjectNode shown = stack.heat().describe(stack.address());
    ChineseTemplate.assertShown(call, shown);
    Wanted output = Wanted.nameless().with("output_key", "输出").with("description", "结果");
    assertHolds(call, output, shown.at("/outputs/0"));
    assertThat(shown.at("/outputs/0/output_value").asText()).as("output in %s", call).hasSize(10);
    assertThat(stack.resources().list())
        .extracting(StackResource::name, StackResource::type)
        .as("%s/resources", call)
        .containsExactly(tuple("资源", "OS::Heat::RandomString"));
  }

  @InteropTest(id = "ac6ebc41-bd6a-4df4-80e5-f4b9ae3b5506")
  @Claim("The template of a stack is returned as it was sent, including value types")
  void templateIsKept(Cloud cloud, Cleanup cleanup) {
    Map<String, Object> properties =
        Map.of("value", "a text", "fail", false, "update_replace", false, "wait_secs", 0);
    Map<String, Object> test = Map.of("type", "OS::Heat::TestResource", "properties", properties);
    Wanted template =
        Wanted.nameless()
            .with("heat_template_version", "2014-10-16")
            .with("description", "a test")
            .with("resources", Map.of("test", test));

    OwnStack stack = OwnStack.make(cloud, cleanup, Wanted.nameless().with("template", template));

    assertSame(
        "GET %s/template".formatted(stack.address().path()),
        template,
        stack.heat().getTemplate(stack.address()));
  }
}
