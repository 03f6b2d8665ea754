package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.kit.resource.ResourceKind.KEY_PAIR;
import static org.defcore.kit.resource.ResourceKind.NETWORK;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ResourceClaims.assertShows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.client.orchestration.StackResource;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.Project;
import org.defcore.kit.StartHint;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.kit.room.Holds;
import org.defcore.suite.ListClaims;

/** Stacks with resources of compute, networking and block storage. */
final class ServerStacksConformance {

  private static final String DONE = "CREATE_COMPLETE";

  /** A resource as its own service has it. */
  private record Part(ResourceKind kind, Resource<?> calls, String id) {

    /** Deleted servers may be shown for a while. */
    void assertGone(Poll poll) {
      poll.like(kind + " gone")
          .untilGone(
              "GET " + calls.path(id),
              () -> calls.get(id),
              it -> it instanceof Server server && server.status().endsWith("DELETED"));
    }
  }

  @Holds(volumes = 1)
  @InteropTest(id = "bd151ea4-2dcd-4440-9bf0-eff63a98e5d4", start = StartHint.EARLY)
  @Claim(
      "A stack creates a server with a new network, a key pair and an attached volume, "
          + "outputs its id and addresses, and deletes all of them")
  void templateMakesAServer(Cloud cloud, Cleanup cleanup, Poll poll) {
    String name = cloud.uniqueName("stack");
    OwnStack stack = OwnStack.make(cloud, cleanup, name, ServerTemplate.of(cloud, name));
    List<ObjectNode> outputs = stack.await(DONE, poll).outputs().orElse(List.of());
    Map<String, String> ids = ids(stack);

    Server server = assertServer(cloud.member(), name, stack.resource("server").physicalId());
    Volume volume = cloud.member().volume().volumes().get(ids.getOrDefault("volume", ""));
    assertThat(volume.attachments())
        .extracting(Volume.Attachment::serverId)
        .as("server_id of attachments in GET /volumes/%s", volume.id())
        .containsExactly(server.id());
    assertThat(outputs)
        .extracting(
            it -> it.path("output_key").asText(),
            it -> it.at("/output_value/" + name).valueStream().map(JsonNode::asText).toList(),
            it -> it.get("output_error"))
        .as("key, addresses and error of outputs in GET %s", stack.address().path())
        .containsExactly(tuple("server_networks", addresses(server, name), null));

    stack.assertDeletes(cleanup, poll);
    List<Part> parts = parts(cloud.member(), ids);
    parts.forEach(it -> cleanup.adopt(it.kind(), name, it.id()));
    for (Part part : parts) {
      part.assertGone(poll);
      cleanup.removed(part.kind(), part.id());
    }
  }

  /** Passes if all resources are there and complete; gives their ids by their names. */
  private static Map<String, String> ids(OwnStack stack) {
    List<StackResource> all = stack.resources().list();
    assertThat(all)
        .extracting(it -> tuple(it.id(), it.status()))
        .as("names and states in %s", ListClaims.call(stack.resources()))
        .containsExactlyInAnyOrderElementsOf(
            ServerTemplate.RESOURCES.stream().map(it -> tuple(it, DONE)).toList());
    return all.stream().collect(Collectors.toMap(StackResource::id, StackResource::physicalId));
  }

  /** Passes if compute shows the server, with its key pair and on its network alone. */
  private static Server assertServer(Project project, String name, String id) {
    Wanted named = Wanted.named(name).with("key_name", name);
    Server server = assertShows(project.compute().servers(), id, named);
    assertThat(server.addresses()).as("addresses in GET /servers/%s", id).containsOnlyKeys(name);
    return server;
  }

  private static List<String> addresses(Server server, String network) {
    return server.addresses().getOrDefault(network, List.of()).stream()
        .map(it -> it.bare().addr().text())
        .toList();
  }

  /** Those that a deletion of the stack has to remove, the first one made first. */
  private static List<Part> parts(Project project, Map<String, String> ids) {
    return List.of(
        new Part(NETWORK, project.network().networks(), ids.getOrDefault("network", "")),
        new Part(SUBNET, project.network().subnets(), ids.getOrDefault("subnet", "")),
        new Part(PORT, project.network().ports(), ids.getOrDefault("port", "")),
        new Part(KEY_PAIR, project.compute().keyPairs(), ids.getOrDefault("key", "")),
        new Part(VOLUME, project.volume().volumes(), ids.getOrDefault("volume", "")),
        new Part(SERVER, project.compute().servers(), ids.getOrDefault("server", "")));
  }
}
