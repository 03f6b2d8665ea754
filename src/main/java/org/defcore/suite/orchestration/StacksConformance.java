package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.client.orchestration.Stack;
import org.defcore.client.orchestration.StackAddress;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Stacks without resources, from creation to deletion. */
final class StacksConformance {

  @InteropTest(id = "39c0245e-6055-41cf-9f0e-15adfe55ded6")
  @Claim("The stacks of a project are listed in JSON, a new one among them")
  void stacksAreListed(Cloud cloud, Cleanup cleanup) {
    OwnStack stack = OwnStack.empty(cloud, cleanup);

    assertThat(stack.heat().listStacks())
        .extracting(Stack::id)
        .as("ids in GET /stacks")
        .contains(stack.address().id());
  }

  @InteropTest(id = "bde1b827-65fb-47ea-909f-82537e6260d3")
  @Claim("A stack without resources can be created, and the response links to it")
  void stackIsCreated(Cloud cloud, Cleanup cleanup) {
    OwnStack stack = OwnStack.empty(cloud, cleanup);

    assertThat(stack.address().id()).as("id in POST /stacks").matches("[0-9a-f-]+");
  }

  @InteropTest(id = "89b233fe-0d55-4959-9289-0b5dabe4e4c9")
  @Claim("A stack is shown with its id and its name")
  void stackIsShown(Cloud cloud, Cleanup cleanup) {
    OwnStack stack = OwnStack.empty(cloud, cleanup);
    Stack shown = stack.show();

    assertThat(new StackAddress(shown.name(), shown.id()))
        .as("name and id in GET %s", stack.address().path())
        .isEqualTo(stack.address());
  }

  @InteropTest(id = "7eca55fe-8300-43b6-a6b8-fb2d99b51911")
  @Claim("A stack can be deleted")
  void stackIsDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack.empty(cloud, cleanup).assertDeletes(cleanup, poll);
  }
}
