package org.defcore.suite.orchestration;

import static org.defcore.kit.resource.ResourceKind.STACK;
import static org.defcore.suite.ResourceClaims.assertSame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.client.orchestration.Stack;
import org.defcore.client.orchestration.StackAddress;
import org.defcore.client.orchestration.StackResource;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.suite.ListClaims;

/** A stack of one test, and what is asked of it. */
record OwnStack(OrchestrationClient heat, StackAddress address) {

  /** A template without resources. */
  static final String EMPTY = "heat_template_version: 2016-04-08";

  /** The fields of a request with this template, which is YAML. */
  static Wanted of(String template) {
    return Wanted.nameless().with("template", template);
  }

  /** A new one without resources. */
  static OwnStack empty(Cloud cloud, Cleanup cleanup) {
    return make(cloud, cleanup, of(EMPTY));
  }

  /** A new one by a request that lacks nothing but the name. */
  static OwnStack make(Cloud cloud, Cleanup cleanup, Wanted request) {
    return make(cloud, cleanup, cloud.uniqueName("stack"), request);
  }

  /** A new one of that name, which is unique. */
  static OwnStack make(Cloud cloud, Cleanup cleanup, String name, Wanted request) {
    OrchestrationClient heat = cloud.member().orchestration();
    Wanted named = request.with("stack_name", name).with("disable_rollback", true);
    return new OwnStack(
        heat, cleanup.create(STACK, name, () -> heat.create(named), StackAddress::id));
  }

  /** Waits for a state of the stack; the failure of an action ends the wait. */
  Stack await(String status, Poll poll) {
    return poll.like("stack " + status)
        .until(
            "stack %s to be %s".formatted(address.id(), status),
            this::show,
            it -> it.status().equals(status),
            it -> it.status().endsWith("_FAILED"));
  }

  Resource<StackResource> resources() {
    return heat.resources(address);
  }

  StackResource resource(String name) {
    return resources().get(name);
  }

  Resource<ObjectNode> outputs() {
    return heat.outputs(address);
  }

  /** Passes if an output is shown with that value. */
  void assertOutput(String key, String description, String value) {
    assertSame(
        ListClaims.call(outputs()) + "/" + key,
        output(key, description).with("output_value", value),
        outputs().get(key));
  }

  /** An output as it is listed. */
  static Wanted output(String key, String description) {
    return Wanted.nameless().with("output_key", key).with("description", description);
  }

  /** Deletes it at its address; passes if it is gone in time. */
  void assertDeletes(Cleanup cleanup, Poll poll) {
    heat.delete(address);
    poll.like("stack gone")
        .untilGone(
            "GET " + address.path(), this::show, it -> it.status().equals("DELETE_COMPLETE"));
    cleanup.removed(STACK, address.id());
  }

  Stack show() {
    return heat.get(address);
  }
}
