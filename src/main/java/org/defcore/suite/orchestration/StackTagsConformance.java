package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.HIDING_TAG;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.orchestration.Stack;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Tags of stacks. */
final class StackTagsConformance {

  @InteropTest(id = "5ed79584-0684-4f9c-ae8e-44a8f874ec79")
  @Claim("A stack with the tag that hides stacks is listed only where hidden ones are asked for")
  void hiddenStackIsNotListed(Cloud cloud, Cleanup cleanup) {
    String tags = "foo," + cloud.fact(HIDING_TAG);
    OwnStack stack = OwnStack.make(cloud, cleanup, OwnStack.of(OwnStack.EMPTY).with("tags", tags));
    String id = stack.address().id();

    assertThat(listed(stack)).as("ids in GET /stacks").doesNotContain(id);
    assertThat(listed(stack, Query.by("show_hidden", true)))
        .as("ids in GET /stacks?show_hidden=true")
        .contains(id);
  }

  private static List<String> listed(OwnStack stack, Query... by) {
    return stack.heat().listStacks(by).stream().map(Stack::id).toList();
  }
}
