package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Router;

/**
 * The work on stacks: their resources are created and changed one after the other, each after those
 * that it needs, and deleted in reverse.
 */
final class StackEngine {

  private static final String CREATE = "CREATE";
  private static final String UPDATE = "UPDATE";
  private static final String DELETE = "DELETE";
  private static final String CHANGED = "state changed";

  /** Keeps the stack that is the inside of a resource. */
  interface Nesting {

    LiveStack keep(LiveStack outer, String name, SentTemplate template);
  }

  private final Nesting nesting;
  private final SoftwareStore software;
  private final Elsewhere elsewhere;

  /** The other services, and whether resources are deleted there. */
  record Elsewhere(List<Router> routers, Defects defects) {

    ServiceCalls calls(LiveStack stack) {
      return new ServiceCalls(routers, stack.owner(), stack.text("root"));
    }
  }

  StackEngine(Nesting nesting, SoftwareStore software, Elsewhere elsewhere) {
    this.nesting = nesting;
    this.software = software;
    this.elsewhere = elsewhere;
  }

  void create(LiveStack stack) {
    stack.begin(CREATE);
    planChange(stack, new ArrayList<>());
    stack.stages().then(() -> expire(stack));
    stack.stages().when(() -> !software.isWaiting(stack.id()), () -> stack.complete(CREATE));
  }

  /** Lets a stack fail whose software is not deployed in the time that it has. */
  private void expire(LiveStack stack) {
    if (stack.isLimited() && software.isWaiting(stack.id())) {
      software.expire(stack.id());
      stack.timeOut();
    }
  }

  void update(LiveStack stack, SentTemplate template) {
    stack.stages().drop();
    stack.take(template);
    stack.begin(UPDATE);
    List<LiveResource> old = new ArrayList<>(stack.resources().values());
    old.removeIf(it -> !template.declared(it.name()).isMissingNode());
    planChange(stack, old);
    stack
        .stages()
        .then(
            () -> {
              Collections.reverse(old);
              old.forEach(it -> remove(stack, it));
              stack.complete(UPDATE);
            });
  }

  void delete(LiveStack stack) {
    stack.stages().drop();
    stack.delete();
    List<LiveResource> all = new ArrayList<>(stack.resources().values());
    Collections.reverse(all);
    for (LiveResource resource : all) {
      if (!resource.state().startsWith("INIT")) {
        plan(stack, resource.name(), DELETE, () -> startDeletion(stack, resource));
      }
    }
    stack.stages().then(stack::deleted);
  }

  private void planChange(LiveStack stack, List<LiveResource> old) {
    for (String name : stack.sent().needs().inOrder()) {
      LiveResource resource = stack.resources().computeIfAbsent(name, it -> fresh(stack, it));
      if (resource.isThere()) {
        plan(stack, name, UPDATE, () -> startUpdate(stack, resource, old));
      } else {
        plan(stack, name, CREATE, () -> startCreation(stack, name));
      }
    }
  }

  private static LiveResource fresh(LiveStack stack, String name) {
    return new LiveResource(name, stack.sent().type(name), stack.now());
  }

  /** Plans the work on one resource, with the pause before it if there is one. */
  private static void plan(LiveStack stack, String name, String action, Runnable start) {
    Stages stages = stack.stages();
    LiveResource resource = stack.resource(name);
    String hook = "pre-" + action.toLowerCase(Locale.ROOT);
    if (stack.sent().isHooked(name, hook)) {
      stages.when(() -> true, () -> pause(stack, resource, action, hook));
    }
    stages.when(() -> !resource.isPausedAt(hook), start);
    stages.then(() -> {});
    stages.when(
        () -> stack.resource(name).isReady(), () -> finish(stack, stack.resource(name), action));
  }

  private static void pause(LiveStack stack, LiveResource resource, String action, String hook) {
    resource.pause(hook);
    stack.note(
        resource.told(
            resource.state(), "%s paused until Hook %s is cleared".formatted(action, hook)));
  }

  private static void finish(LiveStack stack, LiveResource resource, String action) {
    if (resource.isUnderWay()) {
      Optional<String> failure = resource.finish();
      stack.note(resource.told());
      failure.ifPresent(it -> stack.fail(action, it));
    }
  }

  private void startCreation(LiveStack stack, String name) {
    LiveResource resource = stack.resource(name);
    ObjectNode values = stack.properties(name);
    String fullName = "%s-%s-%s".formatted(stack.name(), name, Ids.hex32().substring(0, 12));
    resource.create(values, fullName, stack.now());
    stack
        .sent()
        .nested(name, values)
        .map(it -> nesting.keep(stack, fullName, it))
        .ifPresent(
            it -> {
              resource.nest(it);
              create(it);
            });
    KnownTypes.made(resource.type())
        .map(
            it ->
                new PhysicalResource(
                    elsewhere.calls(stack), it, Json.object().put("name", fullName).setAll(values)))
        .ifPresent(resource::createElsewhere);
    stack.note(resource.told());
  }

  private void startUpdate(LiveStack stack, LiveResource resource, List<LiveResource> old) {
    String name = resource.name();
    ObjectNode values = stack.properties(name);
    if (resource.isReplacedFor(stack.sent().type(name), values)) {
      stack.note(resource.told("UPDATE_IN_PROGRESS", CHANGED));
      stack.note(
          resource.told(
              "UPDATE_COMPLETE", "The Resource %s requires replacement.".formatted(name)));
      old.add(resource);
      stack.resources().put(name, fresh(stack, name));
      startCreation(stack, name);
    } else if (resource.nested().isPresent() || !resource.has(values)) {
      resource.update(values, stack.now());
      stack.note(resource.told());
      resource
          .nested()
          .ifPresent(it -> update(it, stack.sent().nested(name, values).orElseThrow()));
    }
  }

  private void startDeletion(LiveStack stack, LiveResource resource) {
    resource.turn("DELETE_IN_PROGRESS", CHANGED);
    stack.note(resource.told());
    resource.nested().ifPresent(this::delete);
    if (!elsewhere.defects().on(OrchestrationDefect.KEEPS_RESOURCES)) {
      resource.deleteElsewhere();
    }
  }

  /** Deletes what an update has no more use for. */
  private void remove(LiveStack stack, LiveResource resource) {
    startDeletion(stack, resource);
    stack.resources().remove(resource.name(), resource);
    resource.turn("DELETE_COMPLETE", CHANGED);
    stack.note(resource.told());
  }
}
