package org.defcore.suite.orchestration;

import static org.defcore.kit.resource.ResourceKind.STACK;

import org.defcore.client.Wanted;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.client.orchestration.Stack;
import org.defcore.client.orchestration.StackAddress;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;

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
    OrchestrationClient heat = cloud.member().orchestration();
    String name = cloud.uniqueName("stack");
    Wanted named = request.with("stack_name", name).with("disable_rollback", true);
    return new OwnStack(
        heat, cleanup.create(STACK, name, () -> heat.create(named), StackAddress::id));
  }

  /** Waits for a status. */
  Stack await(String status, Poll poll) {
    return poll.like("stack " + status)
        .until(
            "stack %s to be %s".formatted(address.id(), status),
            this::show,
            it -> it.status().equals(status),
            it -> it.status().endsWith("_FAILED"));
  }

  Stack show() {
    return heat.get(address);
  }
}
