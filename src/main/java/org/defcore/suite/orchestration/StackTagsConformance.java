package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.HIDING_TAG;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.Stack;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

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

  @InteropTest(id = "67332e51-b427-42d5-ad8d-fd2ec334f361")
  @Claim("Tags of a stack are shown in their order, replaced by an update and removed by another")
  void tagsAreReplacedAndRemoved(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted untagged = OwnStack.of(OwnStack.EMPTY);
    OwnStack stack = OwnStack.make(cloud, cleanup, untagged.with("tags", "foo,bar"));
    assertTags(stack.await("CREATE_COMPLETE", poll), "foo", "bar");

    stack.heat().update(stack.address(), untagged.with("tags", "tag1,tag2"));
    assertTags(stack.await("UPDATE_COMPLETE", poll), "tag1", "tag2");

    stack.heat().update(stack.address(), untagged);
    assertTags(stack.await("UPDATE_COMPLETE", poll));
  }

  private static void assertTags(Stack stack, String... tags) {
    assertThat(stack.tags().orElse(List.of()))
        .as("tags in GET /stacks/%s/%s", stack.name(), stack.id())
        .containsExactly(tags);
  }

  private static List<String> listed(OwnStack stack, Query... by) {
    return stack.heat().listStacks(by).stream().map(Stack::id).toList();
  }
}
