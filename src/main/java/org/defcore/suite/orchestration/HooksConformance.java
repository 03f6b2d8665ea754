package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.StackEvent;
import org.defcore.client.orchestration.StackResource;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.suite.ListClaims;

/** Hooks, at which the work on a stack pauses until a user lets it go on. */
final class HooksConformance {

  private static final String STEPS =
      """
      heat_template_version: 2014-10-16
      resources:
        step1: {type: 'OS::Heat::RandomString'}
        step2: {type: 'OS::Heat::RandomString', depends_on: step1}
        step3: {type: 'OS::Heat::RandomString', depends_on: step2}
      """;

  private static final String OUTER =
      """
      heat_template_version: 2014-10-16
      resources: {inner: {type: inner.yaml}}
      """;

  private static final String GROUP =
      """
      heat_template_version: 2014-10-16
      resources:
        group:
          type: OS::Heat::ResourceGroup
          properties: {count: 1, resource_def: {type: 'OS::Heat::RandomString'}}
      """;

  private static final String INIT = "INIT_COMPLETE";
  private static final String CREATED = "CREATE_COMPLETE";
  private static final String UPDATED = "UPDATE_COMPLETE";

  @InteropTest(id = "f14cbe86-0392-474a-9f28-bb561745698d")
  @Claim("A pre-create hook pauses the creation of a stack until it is cleared")
  void creationPauses(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, hooked(STEPS, "step2", "pre-create"));

    assertPauses(stack, "step2", "CREATE", poll);
    stack.await(CREATED, poll);
  }

  @InteropTest(id = "cffc0783-3add-4f0c-ac66-03c90f6feeb0")
  @Claim("A hook for a name pattern pauses the creation before each matching resource")
  void creationPausesBeforeEach(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, hooked(STEPS, "step*", "pre-create"));

    assertPauses(stack, "step1", "CREATE", poll);
    assertPauses(stack, "step2", "CREATE", poll);
    assertPauses(stack, "step3", "CREATE", poll);
    stack.await(CREATED, poll);
  }

  @InteropTest(id = "7d96b5f4-4aba-493d-b098-4beea4654a2b")
  @Claim("The creation of a stack inside another pauses before a resource with a hook")
  void creationInsidePauses(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted request =
        OwnStack.of(OUTER)
            .with("files", Map.of("inner.yaml", STEPS))
            .with("environment", environment("inner", Map.of("step2", hook("pre-create"))));
    OwnStack outer = OwnStack.make(cloud, cleanup, request);
    StackResource resource =
        poll.until(
            "resource inner to have a stack",
            () -> outer.resource("inner"),
            it -> it.nested().isPresent());
    OwnStack inner = new OwnStack(outer.heat(), resource.nested().orElseThrow());

    assertThat(inner.address().id())
        .as("id in the link to the stack inside in %s/inner", ListClaims.call(outer.resources()))
        .isEqualTo(resource.physicalId());
    assertThat(inner.show().parent())
        .as("parent in GET %s", inner.address().path())
        .isEqualTo(Optional.of(outer.address().id()));
    assertPauses(inner, "step2", "CREATE", poll);
    outer.await(CREATED, poll);
  }

  @InteropTest(id = "75009076-96eb-43af-b4df-f002704737d2")
  @Claim("A pre-update hook pauses an update before its resource, even if that does not change")
  void updateWithoutChangePauses(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = made(STEPS, "step2", cloud, cleanup, poll);
    String before = stack.resource("step2").physicalId();

    assertThat(updated(stack, STEPS, "step2", poll))
        .as("physical_resource_id in %s/step2", ListClaims.call(stack.resources()))
        .isEqualTo(before);
  }

  @InteropTest(id = "9f03d1e0-a2d2-42fc-a9c6-47db05b9c8ed")
  @Claim("An update pauses before it replaces a resource with a hook")
  void replacementPauses(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = made(STEPS, "step2", cloud, cleanup, poll);
    String before = stack.resource("step2").physicalId();

    assertThat(
            updated(
                stack,
                STEPS.replace("depends_on: step1", "depends_on: step1, properties: {length: 9}"),
                "step2",
                poll))
        .as("physical_resource_id in %s/step2", ListClaims.call(stack.resources()))
        .isNotEqualTo(before);
  }

  @InteropTest(id = "15c4f97d-5e06-40c6-83af-0e57d5afaff9")
  @Claim("An update pauses before it changes a resource with a hook in place")
  void changeInPlacePauses(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = made(GROUP, "group", cloud, cleanup, poll);
    String before = stack.resource("group").physicalId();

    assertThat(updated(stack, GROUP.replace("count: 1", "count: 2"), "group", poll))
        .as("physical_resource_id in %s/group", ListClaims.call(stack.resources()))
        .isEqualTo(before);
  }

  private static OwnStack made(
      String template, String resource, Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, hooked(template, resource, "pre-update"));
    stack.await(CREATED, poll);
    return stack;
  }

  /** Updates a stack, which pauses before the resource; the physical id of that afterwards. */
  private static String updated(OwnStack stack, String template, String resource, Poll poll) {
    stack.heat().update(stack.address(), hooked(template, resource, "pre-update"));
    assertPauses(stack, resource, "UPDATE", poll);
    stack.await(UPDATED, poll);
    return stack.resource(resource).physicalId();
  }

  /** Passes if the work on a stack pauses before a resource, and lets it go on. */
  private static void assertPauses(OwnStack stack, String name, String action, Poll poll) {
    String hook = "pre-" + action.toLowerCase(Locale.ROOT);
    String state = action.equals("CREATE") ? INIT : CREATED;

    assertEvent(stack, name, state, action + " paused until Hook " + hook + " is cleared", poll);
    assertThat(List.of(stack.show().status(), stack.resource(name).status()))
        .as("states of the stack and of %s in %s", name, ListClaims.call(stack.resources()))
        .containsExactly(action + "_IN_PROGRESS", state);
    stack.heat().signal(stack.address(), name, Wanted.nameless().with("unset_hook", hook));
    assertEvent(stack, name, state, "Hook " + hook + " is cleared", poll);
  }

  private static void assertEvent(
      OwnStack stack, String name, String state, String reason, Poll poll) {
    Resource<StackEvent> events = stack.heat().events(stack.address(), name);
    String call = ListClaims.call(events);
    List<StackEvent> told =
        poll.like("hook of stack")
            .until(
                "%s to have the event \"%s\"".formatted(call, reason),
                () -> events.list().stream().filter(it -> it.reason().equals(reason)).toList(),
                it -> !it.isEmpty());
    assertThat(told)
        .extracting(StackEvent::status)
        .as("resource_status of the event \"%s\" in %s", reason, call)
        .containsExactly(state);
  }

  private static Wanted hooked(String template, String resource, String hook) {
    return OwnStack.of(template).with("environment", environment(resource, hook(hook)));
  }

  private static Map<String, String> hook(String name) {
    return Map.of("hooks", name);
  }

  private static Map<String, Object> environment(String resource, Map<String, ?> entry) {
    return Map.of("resource_registry", Map.of("resources", Map.of(resource, entry)));
  }
}
