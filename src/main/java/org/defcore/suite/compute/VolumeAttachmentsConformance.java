package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Accepted;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.VolumeAttachment;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/** Volumes on running servers, with and without leave to decline. */
final class VolumeAttachmentsConformance {

  @Holds(volumes = 1)
  @InteropTest(id = "52e9045a-e90d-4c0d-9087-79d657faffff", start = StartHint.EARLY)
  @Claim("A volume stays attached while its server is stopped and started, and can be detached")
  void volumeStaysOnAServerThatIsStopped(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    VolumeStates volumes = VolumeStates.of(cloud, poll);
    String volume = volume(cloud, cleanup, poll);

    server.calls().attach(volume);
    volumes.awaitOn(volume, server.id());
    server.stopAndStart();
    volumes.awaitOn(volume, server.id());

    server.calls().attachments().delete(volume);
    volumes.await(volume, "available");
    server.stopAndStart();
  }

  @Holds(volumes = 2)
  @InteropTest(id = "7fa563fe-f0f7-43eb-9e22-a1ece036b513", start = StartHint.EARLY)
  @Claim("The attached volumes of a server can be listed and read")
  void attachmentsAreListedAndRead(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Resource<VolumeAttachment> attachments = server.calls().attachments();
    List<String> ids = List.of(volume(cloud, cleanup, poll), volume(cloud, cleanup, poll));

    List<VolumeAttachment> expected = bootVolumes(server);
    VolumeAttachment first = attached(ids.get(0), server);
    expected.add(first);
    assertLists(expected, attachments);
    VolumeAttachment second = attached(ids.get(1), server);
    expected.add(second);
    assertLists(expected, attachments);

    for (VolumeAttachment attachment : List.of(first, second)) {
      assertReadAndDetach(attachment, server);
      VolumeStates.of(cloud, poll).await(attachment.volumeId(), "available");
    }
  }

  private static VolumeAttachment attached(String volume, HeldServer server) {
    VolumeAttachment attachment = server.calls().attach(volume);
    assertThatItIsOf(volume, server, attachment);
    VolumeStates.of(server.cloud(), server.poll()).awaitOn(volume, server.id());
    return attachment;
  }

  @Holds(volumes = 1)
  @InteropTest(id = "af613579-84b4-442d-8e6b-632591fd9659", start = StartHint.EARLY)
  @Claim(
      "A volume is in use while attached to a server; or attaching is rejected as "
          + "documented, or fails according to the action log, and leaves volume and server "
          + "as they were")
  void volumeIsAttachedOrStaysAvailable(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Resource<VolumeAttachment> attachments = server.calls().attachments();
    Wanted before = server.traits();
    List<VolumeAttachment> expected = bootVolumes(server);
    String volume = volume(cloud, cleanup, poll);

    attachedUnlessDeclined(volume, server).ifPresent(it -> attachments.delete(volume));

    Volume left = VolumeStates.of(cloud, poll).await(volume, "available");
    assertThat(left.attachments()).as("attachments in GET /volumes/%s", volume).isEmpty();
    assertLists(expected, attachments);
    server.assertRunsAs(before);
  }

  @Holds(volumes = 2)
  @InteropTest(id = "2ea0eb17-181d-47af-ae3a-f9553598779a", start = StartHint.EARLY)
  @Claim(
      "A server lists and shows the volumes that were attached, and not those that the "
          + "cloud declined")
  void listedIsWhatWasAttached(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Resource<VolumeAttachment> attachments = server.calls().attachments();
    List<String> volumes = List.of(volume(cloud, cleanup, poll), volume(cloud, cleanup, poll));

    List<VolumeAttachment> booted = bootVolumes(server);
    List<VolumeAttachment> expected = new ArrayList<>(booted);
    for (String volume : volumes) {
      Optional<VolumeAttachment> attached = attachedUnlessDeclined(volume, server);
      attached.ifPresent(expected::add);
      assertLists(expected, attachments);
      if (attached.isEmpty()) {
        assertRefused(404, () -> attachments.get(volume));
      }
    }

    expected.removeAll(booted);
    expected.forEach(it -> assertReadAndDetach(it, server));
    volumes.forEach(it -> VolumeStates.of(cloud, poll).await(it, "available"));
  }

  /** The attachments of a server that has none of a test: the volume that it boots from, if any. */
  private static List<VolumeAttachment> bootVolumes(HeldServer server) {
    return ServerRequests.areOnVolumes(server.cloud())
        ? new ArrayList<>(server.calls().attachments().list())
        : new ArrayList<>();
  }

  private static void assertLists(
      List<VolumeAttachment> expected, Resource<VolumeAttachment> attachments) {
    assertThat(attachments.list())
        .as(call(attachments))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String volume(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted wanted = VolumeStates.wanted(cloud, 1);
    VolumeStates states = VolumeStates.of(cloud, poll);
    String id = cleanup.create(VOLUME, wanted, states.volumes()::create).id();
    return states.await(id, "available").id();
  }

  /** The attachment when the volume is in use; nothing if it was refused or failed. */
  private static Optional<VolumeAttachment> attachedUnlessDeclined(
      String volume, HeldServer server) {
    Optional<Accepted<VolumeAttachment>> accepted = server.calls().attachUnlessRefused(volume);
    accepted.ifPresent(it -> assertThatItIsOf(volume, server, it.promised()));
    VolumeStates states = VolumeStates.of(server.cloud(), server.poll());
    return accepted
        .filter(
            it ->
                states
                    .awaitOnUnless(volume, server.id(), () -> server.logsFailure(it.request()))
                    .isOn(server.id()))
        .map(Accepted::promised);
  }

  private static void assertThatItIsOf(
      String volume, HeldServer server, VolumeAttachment attachment) {
    assertThat(List.of(attachment.volumeId(), attachment.serverId()))
        .as("volumeId and serverId in POST /servers/%s/os-volume_attachments", server.id())
        .containsExactly(volume, server.id());
  }

  private static void assertReadAndDetach(VolumeAttachment attachment, HeldServer server) {
    Resource<VolumeAttachment> attachments = server.calls().attachments();
    String volume = attachment.volumeId();
    assertSame(call(attachments) + "/" + volume, attachment, attachments.get(volume));
    attachments.delete(volume);
  }
}
