package org.defcore.suite.orchestration;

import static org.defcore.suite.ResourceClaims.assertHolds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import org.defcore.client.Wanted;

/** A template whose names are Chinese. */
final class ChineseTemplate {

  static final String TEXT =
      """
      heat_template_version: 2014-10-16
      description: 文本
      parameters: {长度: {type: number, default: 10, description: 说明, label: 标签}}
      resources: {资源: {type: 'OS::Heat::RandomString', properties: {length: {get_param: 长度}}}}
      outputs: {输出: {description: 结果, value: {get_attr: [资源, value]}}}
      """;

  private ChineseTemplate() {}

  /** Passes if a stack has the description and the parameter of the template. */
  static void assertShown(String call, JsonNode stack) {
    Wanted shown =
        Wanted.nameless()
            .with("disable_rollback", true)
            .with("parent", NullNode.instance)
            .with("template_description", "文本")
            .with("parameters", Map.of("长度", "10"));
    assertHolds(call, shown, stack);
  }
}
