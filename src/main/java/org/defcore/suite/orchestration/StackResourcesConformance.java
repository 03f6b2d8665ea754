package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.StackResource;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.suite.ListClaims;

/** Resources of stacks, from creation to deletion. */
final class StackResourcesConformance {

  private static final String DONE = "CREATE_COMPLETE";
  private static final Wanted BROKEN =
      Wanted.nameless().with("mark_unhealthy", true).with("resource_status_reason", "broken");

  @InteropTest(id = "947be7b2-503d-41f5-9843-61be50954f13")
  @Claim("A stack with resources can be created, and the response links to it")
  void stackIsMadeOfResources(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, TwoResources.valued("a"));

    stack.await(DONE, poll);
    ListClaims.assertHas(stack.resources(), "first", "second");
  }

  @InteropTest(id = "ec53f10d-a89a-4243-8706-629a01ea890f")
  @Claim("The resources of a stack are listed, each of them complete")
  void resourcesAreListed(Cloud cloud) {
    assertListed(cloud, List.of("first", "second"));
  }

  @InteropTest(id = "da07d3d2-9ccc-4fa1-9b1b-9cb3074fe9b9")
  @Claim("Resources can be filtered by type; the list is empty for an unused type")
  void resourcesAreListedByType(Cloud cloud) {
    assertListed(cloud, List.of("first", "second"), Query.by("type", TwoResources.TYPE));
    assertListed(cloud, List.of(), Query.by("type", "OS::Nova::Server"));
  }

  @InteropTest(id = "b65b5c82-68b0-42c9-82a0-c0e74e9ad906")
  @Claim("Resources can be filtered by name")
  void resourcesAreListedByName(Cloud cloud) {
    assertListed(cloud, List.of("second"), Query.by("name", "second"));
  }

  @InteropTest(id = "97a65d53-b449-4a43-8283-42d43b165756")
  @Claim("A listed resource names the resources that depend on it")
  void resourceTellsDependents(Cloud cloud) {
    Resource<StackResource> resources = TwoResources.shared(cloud).resources();
    Query first = Query.by("name", "first");

    assertThat(resources.list(first))
        .extracting(StackResource::requiredBy)
        .as("required_by in %s", ListClaims.call(resources, first))
        .containsExactly(List.of("second"));
  }

  @InteropTest(id = "2cbcedc5-0aa7-454e-bf89-a3dd5d379dc1")
  @Claim("A resource is shown with the value of its attribute")
  void resourceIsShown(Cloud cloud) {
    OwnStack stack = TwoResources.shared(cloud);

    assertThat(stack.resource("first").attributes().map(it -> it.get("output")))
        .as("attribute output in %s/first", ListClaims.call(stack.resources()))
        .isEqualTo(Optional.of(TextNode.valueOf("a")));
  }

  @InteropTest(id = "c65a047c-8c7b-4b44-9f5f-bf1069751c5c")
  @Claim("A signal to a resource that does not accept signals is rejected")
  void signalIsRefused(Cloud cloud) {
    OwnStack stack = TwoResources.shared(cloud);

    assertRefused(400, () -> stack.heat().signal(stack.address(), "first", Wanted.nameless()));
  }

  @InteropTest(id = "6031516b-3a8f-4d1b-8990-81a571b5f956")
  @Claim("A user can mark a resource as unhealthy")
  void resourceIsMarked(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = marked(cloud, cleanup, poll);

    assertThat(stack.resource("first").status())
        .as("resource_status in %s/first", ListClaims.call(stack.resources()))
        .isNotEqualTo(DONE);
  }

  @InteropTest(id = "9e784490-2e88-49af-8ee7-c4c6aba2be64")
  @Claim("A resource marked as unhealthy shows the user's reason")
  void markedResourceIsShown(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = marked(cloud, cleanup, poll);
    StackResource marked = stack.resource("first");

    assertThat(Tuple.tuple(marked.status(), marked.reason()))
        .as("status and reason in %s/first", ListClaims.call(stack.resources()))
        .isEqualTo(Tuple.tuple("CHECK_FAILED", Optional.of("broken")));
  }

  @InteropTest(id = "0edc4fdc-811d-4d27-a0dd-6ec4db2bda6e")
  @Claim("Deleting a stack by name redirects to its address")
  void stackIsDeletedByName(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertDeletedByName(TwoResources.own(cloud, cleanup, poll), cleanup, poll);
  }

  @InteropTest(id = "0efde180-cc0e-4f2c-bb18-fa345e8d21ad")
  @Claim("Deleting a stack with an environment by name redirects to its address")
  void stackWithEnvironmentIsDeletedByName(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, TwoResources.inEnvironment("a"));
    stack.await(DONE, poll);

    assertDeletedByName(stack, cleanup, poll);
  }

  private static void assertListed(Cloud cloud, List<String> names, Query... by) {
    OwnStack stack = TwoResources.shared(cloud);
    assertThat(stack.resources().list(by))
        .extracting(it -> Tuple.tuple(it.id(), it.status()))
        .as("names and states in %s", ListClaims.call(stack.resources(), by))
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(it -> Tuple.tuple(it, DONE)).toList());
  }

  private static OwnStack marked(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = TwoResources.own(cloud, cleanup, poll);
    stack.heat().mark(stack.address(), "first", BROKEN);
    return stack;
  }

  private static void assertDeletedByName(OwnStack stack, Cleanup cleanup, Poll poll) {
    assertThat(stack.heat().deleteByName(stack.address().name()))
        .as("Location in DELETE /stacks/%s", stack.address().name())
        .endsWith(stack.address().path());
    stack.assertDeletes(cleanup, poll);
  }
}
