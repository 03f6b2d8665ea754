package org.defcore.suite.orchestration;

import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Updates of stacks, and parameters from an environment. */
final class StackUpdatesConformance {

  @InteropTest(id = "6bb1ec02-dd19-4b2c-9a6d-866ce666650f")
  @Claim("An update with a whole template and another value of its parameter takes effect")
  void wholeUpdateTakesEffect(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = TwoResources.own(cloud, cleanup, poll);

    stack.heat().update(stack.address(), TwoResources.valued("b"));

    stack.await("UPDATE_COMPLETE", poll);
    assertValue(stack, "b");
  }

  @InteropTest(id = "927cea42-a35b-4664-b209-ab2cb34e6ef4")
  @Claim("An update of a parameter alone takes effect and keeps the template")
  void partialUpdateTakesEffect(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = TwoResources.own(cloud, cleanup, poll);

    stack.heat().patch(stack.address(), Wanted.nameless().with("parameters", Map.of("value", "b")));

    stack.await("UPDATE_COMPLETE", poll);
    assertValue(stack, "b");
  }

  @InteropTest(id = "8281d088-0c80-4071-a13d-333b309be6ca")
  @Claim("A stack takes the value of a parameter from the environment in the request")
  void environmentGivesTheValue(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, TwoResources.inEnvironment("a"));

    stack.await("CREATE_COMPLETE", poll);
    assertValue(stack, "a");
  }

  private static void assertValue(OwnStack stack, String value) {
    stack.assertOutput("one", "the first", value);
  }
}
