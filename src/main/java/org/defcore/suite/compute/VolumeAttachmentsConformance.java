package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.VOLUME;

import java.util.List;
import org.defcore.client.Resource;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.VolumeAttachment;
import org.defcore.client.volume.NewVolume;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.suite.VolumeStates;

/** Volumes on running servers. */
final class VolumeAttachmentsConformance {

  @InteropTest(
      id = "52e9045a-e90d-4c0d-9087-79d657faffff",
      claim =
          "A volume can be attached to a running server, stays on it while that is stopped and"
              + " started, and can be detached again",
      start = StartHint.EARLY)
  void volumeStaysOnAServerThatIsStopped(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String server = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    VolumeStates volumes = new VolumeStates(cloud.as(MEMBER).volume().volumes(), poll);
    ServerStates states = new ServerStates(servers, poll);
    String volume = volume(cloud, cleanup);

    volumes.await(volume, "available");
    servers.attachVolume(server, volume);
    volumes.awaitOn(volume, server);
    states.stopAndStart(server);
    volumes.awaitOn(volume, server);
    servers.attachments(server).delete(volume);
    volumes.await(volume, "available");
    states.stopAndStart(server);
  }

  @InteropTest(
      id = "7fa563fe-f0f7-43eb-9e22-a1ece036b513",
      claim = "The volumes attached to a server can be listed and read, one and two of them",
      start = StartHint.EARLY)
  void attachmentsAreListedAndRead(Cloud cloud, Cleanup cleanup, Poll poll) {
    String server = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    VolumeStates volumes = new VolumeStates(cloud.as(MEMBER).volume().volumes(), poll);
    Resource<VolumeAttachment> attachments =
        cloud.as(MEMBER).compute().servers().attachments(server);
    List<String> ids = List.of(volume(cloud, cleanup), volume(cloud, cleanup));
    String call = "GET /servers/" + server + "/os-volume_attachments";

    VolumeAttachment first = attached(ids.get(0), server, cloud, volumes);
    assertThat(attachments.list()).as(call).containsExactly(first);
    VolumeAttachment second = attached(ids.get(1), server, cloud, volumes);
    assertThat(attachments.list()).as(call).containsExactlyInAnyOrder(first, second);

    for (VolumeAttachment attachment : List.of(first, second)) {
      String volume = attachment.volumeId();
      assertThat(attachments.get(volume)).as("%s/%s", call, volume).isEqualTo(attachment);
      attachments.delete(volume);
      volumes.await(volume, "available");
    }
  }

  private static VolumeAttachment attached(
      String volume, String server, Cloud cloud, VolumeStates volumes) {
    volumes.await(volume, "available");
    VolumeAttachment attachment = cloud.as(MEMBER).compute().servers().attachVolume(server, volume);
    assertThat(List.of(attachment.volumeId(), attachment.serverId()))
        .as("volumeId and serverId in POST /servers/%s/os-volume_attachments", server)
        .containsExactly(volume, server);
    volumes.awaitOn(volume, server);
    return attachment;
  }

  private static String volume(Cloud cloud, Cleanup cleanup) {
    Resource<Volume> volumes = cloud.as(MEMBER).volume().volumes();
    String name = cloud.uniqueName("volume");
    return cleanup
        .create(VOLUME, name, () -> volumes.create(NewVolume.of(name, 1)), Volume::id)
        .id();
  }
}
