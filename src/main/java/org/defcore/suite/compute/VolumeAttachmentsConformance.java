package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.VOLUME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.compute.Accepted;
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

/** Volumes on running servers, with and without leave to decline. */
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
    String volume = volume(cloud, cleanup, poll);

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
    List<String> ids = List.of(volume(cloud, cleanup, poll), volume(cloud, cleanup, poll));
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
    VolumeAttachment attachment = cloud.as(MEMBER).compute().servers().attachVolume(server, volume);
    assertThatItIsOf(volume, server, attachment);
    volumes.awaitOn(volume, server);
    return attachment;
  }

  @InteropTest(
      id = "af613579-84b4-442d-8e6b-632591fd9659",
      claim =
          "A volume attached to a running server is in use by it until it is detached, or attaching"
              + " it is refused as documented, or fails as the action log says, and either way the"
              + " volume is available at the end and the server runs on unchanged",
      start = StartHint.EARLY)
  void volumeIsAttachedOrStaysAvailable(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String server = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    Resource<VolumeAttachment> attachments = servers.attachments(server);
    ServerTraits before = ServerTraits.of(servers.getServer(server));
    String volume = volume(cloud, cleanup, poll);

    Optional<VolumeAttachment> attached = attachedUnlessDeclined(volume, server, cloud, poll);
    if (attached.isPresent()) {
      attachments.delete(volume);
    }

    Volume left =
        new VolumeStates(cloud.as(MEMBER).volume().volumes(), poll).await(volume, "available");
    assertThat(left.attachments()).as("attachments in GET /volumes/%s", volume).isEmpty();
    assertThat(attachments.list()).as("GET /servers/%s/os-volume_attachments", server).isEmpty();
    assertThat(ServerTraits.of(new ServerStates(servers, poll).await(server, "ACTIVE")))
        .as("GET /servers/%s", server)
        .isEqualTo(before);
  }

  @InteropTest(
      id = "2ea0eb17-181d-47af-ae3a-f9553598779a",
      claim =
          "Of two volumes, those that are attached to a server are listed there and can be read, and"
              + " those that the cloud declines to attach are not",
      start = StartHint.EARLY)
  void listedIsWhatWasAttached(Cloud cloud, Cleanup cleanup, Poll poll) {
    String server = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    Resource<VolumeAttachment> attachments =
        cloud.as(MEMBER).compute().servers().attachments(server);
    List<String> volumes = List.of(volume(cloud, cleanup, poll), volume(cloud, cleanup, poll));
    String call = "GET /servers/" + server + "/os-volume_attachments";

    List<VolumeAttachment> expected = new ArrayList<>();
    for (String volume : volumes) {
      Optional<VolumeAttachment> attached = attachedUnlessDeclined(volume, server, cloud, poll);
      attached.ifPresent(expected::add);
      assertThat(attachments.list()).as(call).containsExactlyInAnyOrderElementsOf(expected);
      if (attached.isEmpty()) {
        assertRefused(404, () -> attachments.get(volume));
      }
    }
    for (VolumeAttachment attachment : expected) {
      String volume = attachment.volumeId();
      assertThat(attachments.get(volume)).as("%s/%s", call, volume).isEqualTo(attachment);
      attachments.delete(volume);
    }
    for (String volume : volumes) {
      new VolumeStates(cloud.as(MEMBER).volume().volumes(), poll).await(volume, "available");
    }
  }

  private static String volume(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Volume> volumes = cloud.as(MEMBER).volume().volumes();
    NewVolume wanted = NewVolume.of(cloud.uniqueName("volume"), 1);
    Volume made = cleanup.create(VOLUME, wanted.name(), () -> volumes.create(wanted), Volume::id);
    return new VolumeStates(volumes, poll).await(made.id(), "available").id();
  }

  /** The attachment when the volume is in use; nothing if it was refused or failed. */
  private static Optional<VolumeAttachment> attachedUnlessDeclined(
      String volume, String server, Cloud cloud, Poll poll) {
    Optional<Accepted<VolumeAttachment>> accepted =
        cloud.as(MEMBER).compute().servers().attachVolumeUnlessRefused(server, volume);
    accepted.ifPresent(it -> assertThatItIsOf(volume, server, it.promised()));
    VolumeStates states = new VolumeStates(cloud.as(MEMBER).volume().volumes(), poll);
    ServerStates log = new ServerStates(cloud.as(MEMBER).compute().servers(), poll);
    return accepted
        .filter(
            it ->
                states
                    .awaitOnUnless(volume, server, () -> log.logsFailure(server, it.request()))
                    .isOn(server))
        .map(Accepted::promised);
  }

  private static void assertThatItIsOf(String volume, String server, VolumeAttachment attachment) {
    assertThat(List.of(attachment.volumeId(), attachment.serverId()))
        .as("volumeId and serverId in POST /servers/%s/os-volume_attachments", server)
        .containsExactly(volume, server);
  }
}
