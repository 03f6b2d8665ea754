package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.suite.ListClaims;

/** Outputs of stacks, and of stacks inside of them. */
final class StackOutputsConformance {

  /** A stack with one resource and an empty section of outputs. */
  private static final String ONE =
      """
      heat_template_version: 2015-10-15
      resources: {first: {type: 'OS::Heat::TestResource', properties: {value: a}}}
      outputs:
      """;

  private static final String ANOTHER =
      """
      heat_template_version: 2015-10-15
      resources:
        first: {type: 'OS::Heat::TestResource', properties: {value: a}}
        second: {type: 'OS::Heat::TestResource', properties: {value: {get_attr: [first, output]}}}
      outputs: {two: {description: the second, value: {get_attr: [second, output]}}}
      """;

  /** A stack inside with a good output and a broken one, which are those of the stack. */
  private static final String OUTER =
      """
      heat_template_version: 2015-10-15
      resources: {inner: {type: inner.yaml}}
      outputs:
        one: {description: good, value: {get_attr: [inner, one]}}
        two: {description: broken, value: {get_attr: [inner, two]}}
      """;

  private static final String INNER =
      """
      heat_template_version: 2015-10-15
      resources: {first: {type: 'OS::Heat::TestResource', properties: {value: a}}}
      outputs: {one: {value: {get_attr: [first, output]}}, two: {value: {get_param: missing}}}
      """;

  @InteropTest(id = "f60dd8df-82d1-4228-8926-54d65ebd12e1")
  @Claim("An output of a stack is shown by its key")
  void outputIsShown(Cloud cloud) {
    TwoResources.shared(cloud).assertOutput("one", "the first", "a");
  }

  @InteropTest(id = "a886dd67-4506-4a37-82ae-43f0a7d83f35")
  @Claim("The outputs of a stack are listed without their values, and each is shown with its own")
  void outputsAreListed(Cloud cloud) {
    OwnStack stack = TwoResources.shared(cloud);

    assertThat(stack.outputs().list())
        .as(ListClaims.call(stack.outputs()))
        .containsExactlyInAnyOrder(
            OwnStack.output("one", "the first").fields(),
            OwnStack.output("two", "the second").fields());
    stack.assertOutput("one", "the first", "a");
    stack.assertOutput("two", "the second", "b");
  }

  @InteropTest(id = "aea0e495-4c77-4033-8c43-3351e9cb7b48")
  @Claim("An update adds a resource and an output of its attribute")
  void updateAddsAnOutput(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, OwnStack.of(ONE));
    stack.await("CREATE_COMPLETE", poll);

    stack.heat().update(stack.address(), OwnStack.of(ANOTHER));

    stack.await("UPDATE_COMPLETE", poll);
    stack.assertOutput("two", "the second", "a");
  }

  @InteropTest(id = "993a403c-c6e2-475d-a65d-a82b8c9e0c22")
  @Claim("A stack shows Heat's error message for a broken output of a nested stack")
  void brokenOutputIsShown(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted request = OwnStack.of(OUTER).with("files", Map.of("inner.yaml", INNER));
    OwnStack stack = OwnStack.make(cloud, cleanup, request);
    stack.await("CREATE_COMPLETE", poll);

    stack.heat().update(stack.address(), request);

    assertThat(stack.await("UPDATE_COMPLETE", poll).outputs().orElse(List.of()))
        .as("outputs in GET %s", stack.address().path())
        .containsExactlyInAnyOrder(
            OwnStack.output("one", "good").with("output_value", "a").fields(),
            OwnStack.output("two", "broken")
                .with("output_value", NullNode.instance)
                .with(
                    "output_error",
                    "Error in inner output two: The Parameter (missing) was not provided.")
                .fields());
  }
}
