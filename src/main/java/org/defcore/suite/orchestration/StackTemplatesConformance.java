package org.defcore.suite.orchestration;

import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Templates of stacks. */
final class StackTemplatesConformance {

  @InteropTest(id = "ac6ebc41-bd6a-4df4-80e5-f4b9ae3b5506")
  @Claim("The template of a stack is answered as it was sent, with the types of its values")
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
