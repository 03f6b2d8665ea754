package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.ResourceClaims.assertHolds;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.defcore.client.MetadataClient;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerCore;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.suite.compute.ServerPool.Loan;

/** The name, the access addresses, the flavor and the metadata of a server changed. */
final class ServerChangesConformance {

  private static final Map<String, String> GIVEN = Map.of("key1", "value1", "key2", "value2");

  @InteropTest(id = "89b90870-bc13-4b73-96af-f9d4f2b70077")
  @Claim("The access addresses of a server can be changed")
  void accessAddressesCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted changes =
        Wanted.nameless().with("accessIPv4", "1.1.1.1").with("accessIPv6", "::babe:202:202");

    assertChanges(server, changes, "ACTIVE");
  }

  /** Passes if the answer shows the changes, and the server when it is at rest in that status. */
  private static ServerCore assertChanges(HeldServer server, Wanted changes, String status) {
    Wanted shown = changes.with("id", server.id());
    assertHolds("PUT /servers/" + server.id(), shown, server.calls().update(changes).core());
    ServerCore changed = server.await(status).core();
    assertHolds("GET /servers/" + server.id(), shown, changed);
    return changed;
  }

  @InteropTest(id = "5e6ccff8-349d-4852-a8b3-055df7988dd2", start = StartHint.EARLY)
  @Claim("A server can be given a name with accents, while it runs and while it is stopped")
  void nameCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertChanges(server, Wanted.named(cloud.uniqueName("server-éñåü")), "ACTIVE");

    server.act(ServerAction.STOP);
    server.await("SHUTOFF");
    Wanted second = Wanted.named(cloud.uniqueName("server-éñåü"));
    assertThat(assertChanges(server, second, "SHUTOFF").progress())
        .as("progress in GET /servers/%s, stopped", server.id())
        .isEmpty();
  }

  @InteropTest(id = "5c8e244c-dada-4590-9944-749c455b431f")
  @Claim("Renaming a server to a name of 256 characters is rejected without effect")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertKeptFrom(it -> it.calls().update(Wanted.named("a".repeat(256))), cloud, cleanup, poll);
  }

  @InteropTest(id = "38204696-17c6-44da-9590-40f87fb5a899")
  @Claim("Renaming a server to an empty name is rejected without effect")
  void nameMayNotBeEmpty(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertKeptFrom(it -> it.calls().update(Wanted.named("")), cloud, cleanup, poll);
  }

  /** Passes if the change is refused, and the server runs on as it was. */
  private static void assertKeptFrom(
      Consumer<HeldServer> change, Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted before = server.traits();
    assertRefused(400, () -> change.accept(server));
    server.assertRunsAs(before);
  }

  @InteropTest(id = "1499262a-9328-4eda-9068-db1ac57498d2", start = StartHint.EARLY)
  @Claim("A server can be resized to another flavor, and the resize can be confirmed")
  void confirmedResizeStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(Loan.TO_RESIZE, cloud, cleanup, poll);

    assertResizeLeaves(cloud.fact(SECOND_FLAVOR), ServerAction.CONFIRM_RESIZE, server);
  }

  @InteropTest(id = "c03aab19-adb1-44f5-917d-c419577e9e68", start = StartHint.EARLY)
  @Claim("A resize of a server can be reverted")
  void revertedResizeGivesTheOldFlavorBack(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(Loan.UNRESIZED, cloud, cleanup, poll);

    assertResizeLeaves(cloud.fact(FLAVOR), ServerAction.REVERT_RESIZE, server);
  }

  /** Of a resize to the second flavor that is ended so. */
  private static void assertResizeLeaves(String flavor, ServerAction end, HeldServer server) {
    server.act(ServerAction.resize(server.cloud().fact(SECOND_FLAVOR)));
    server.awaitResized();
    server.act(end);

    assertThat(server.await("ACTIVE").core().flavor().id())
        .as("flavor in GET /servers/%s", server.id())
        .isEqualTo(flavor);
  }

  @InteropTest(id = "ced1a1d7-2ab6-45c9-b90f-b27d87b30efd")
  @Claim("Resizing a server to an unknown flavor is rejected without effect")
  void flavorHasToExist(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerAction resize = ServerAction.resize(UUID.randomUUID().toString());
    assertKeptFrom(it -> it.act(resize), cloud, cleanup, poll);
  }

  @InteropTest(id = "45436a7d-a388-4a35-a9d8-3adc5d0d940b")
  @Claim("Resizing a server to a flavor with an empty id is rejected without effect")
  void flavorHasToBeNamed(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertKeptFrom(it -> it.act(ServerAction.resize("")), cloud, cleanup, poll);
  }

  @InteropTest(id = "479da087-92b3-4dcf-aeb3-fd293b2d14ce")
  @Claim("A server lists exactly the metadata that it was given")
  void listHasTheMetadataThatWereGiven(Cloud cloud, Cleanup cleanup) {
    assertHas(given(cloud, cleanup), GIVEN);
  }

  @InteropTest(id = "211021f6-21de-4657-a68f-908878cfe251")
  @Claim("Setting the metadata of a server replaces all existing items")
  void setReplacesAllMetadata(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);
    Map<String, String> others = Map.of("meta2", "data2", "meta3", "data3");

    assertHolds("PUT " + metadata.path(), others, metadata.replace(others));
    assertHas(metadata, others);
  }

  @InteropTest(id = "344d981e-0c33-4997-8a5d-6c1d803e4134")
  @Claim("Updating the metadata of a server keeps the other items")
  void updateAddsMetadata(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    Map<String, String> more = Map.of("key1", "alt1", "key3", "value3");

    assertHolds("POST " + metadata.path(), more, metadata.update(more));
    assertHas(metadata, Map.of("key1", "alt1", "key2", "value2", "key3", "value3"));
  }

  @InteropTest(id = "3043c57d-7e0e-49a6-9a96-ad569c265e6a")
  @Claim("One metadata item of a server can be read by its key")
  void metadataItemCanBeRead(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    assertThat(metadata.getItem("key2"))
        .as("GET %s/key2", metadata.path())
        .isEqualTo(Map.of("key2", "value2"));
  }

  @InteropTest(id = "58c02d4f-5c67-40be-8744-d3fa5982eb1c")
  @Claim("One metadata item of a server can be set by its key, and the others stay")
  void metadataItemCanBeSet(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    Map<String, String> item = Map.of("nova", "alt");
    assertHolds("PUT %s/nova".formatted(metadata.path()), item, metadata.setItem("nova", "alt"));
    assertHas(metadata, Map.of("key1", "value1", "key2", "value2", "nova", "alt"));
  }

  @InteropTest(id = "127642d6-4c7b-4486-b7cd-07265a378658")
  @Claim("One metadata item of a server can be deleted by its key, and the others stay")
  void metadataItemCanBeDeleted(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    metadata.deleteItem("key1");

    assertHas(metadata, Map.of("key2", "value2"));
  }

  /** Of a server that was given metadata in place of all that it had. */
  private static MetadataClient given(Cloud cloud, Cleanup cleanup) {
    String id = ServerPool.of(cloud).borrow(Loan.ANY, cleanup);
    MetadataClient metadata = cloud.member().compute().server(id).metadata();
    metadata.replace(GIVEN);
    return metadata;
  }

  private static void assertHas(MetadataClient metadata, Map<String, String> expected) {
    assertThat(metadata.list()).as("GET %s", metadata.path()).isEqualTo(expected);
  }
}
