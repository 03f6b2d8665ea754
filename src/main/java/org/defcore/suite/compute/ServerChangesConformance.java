package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.Map;
import java.util.UUID;
import org.defcore.client.MetadataClient;
import org.defcore.client.compute.Server;
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

    server.calls().update(Map.of("accessIPv4", "1.1.1.1", "accessIPv6", "::babe:202:202"));

    ServerCore updated = server.await("ACTIVE").core();
    String call = "GET /servers/" + server.id();
    assertThat(updated.accessIPv4()).as("accessIPv4 in %s", call).contains("1.1.1.1");
    assertThat(updated.accessIPv6()).as("accessIPv6 in %s", call).contains("::babe:202:202");
  }

  @InteropTest(id = "5e6ccff8-349d-4852-a8b3-055df7988dd2", start = StartHint.EARLY)
  @Claim("A server can be given a name with accents, while it runs and while it is stopped")
  void nameCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    String call = "GET /servers/" + server.id();
    String first = cloud.uniqueName("server-éñåü");

    server.calls().update(Map.of("name", first));
    assertThat(server.await("ACTIVE").name()).as("name in %s, running", call).isEqualTo(first);

    server.act(ServerAction.STOP);
    server.await("SHUTOFF");
    String second = cloud.uniqueName("server-éñåü");
    server.calls().update(Map.of("name", second));
    Server stopped = server.await("SHUTOFF");
    assertThat(stopped.name()).as("name in %s, stopped", call).isEqualTo(second);
    assertThat(stopped.core().progress()).as("progress in %s, stopped", call).isEmpty();
  }

  @InteropTest(id = "5c8e244c-dada-4590-9944-749c455b431f")
  @Claim("A server cannot be given a name of 256 characters")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.calls().update(Map.of("name", "a".repeat(256))));
  }

  @InteropTest(id = "38204696-17c6-44da-9590-40f87fb5a899")
  @Claim("A server cannot be given an empty name")
  void nameMayNotBeEmpty(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.calls().update(Map.of("name", "")));
  }

  @InteropTest(id = "1499262a-9328-4eda-9068-db1ac57498d2", start = StartHint.EARLY)
  @Claim("A server can be resized to another flavor, and keeps it when that is confirmed")
  void confirmedResizeStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(Loan.TO_RESIZE, cloud, cleanup, poll);

    assertResizeLeaves(cloud.fact(SECOND_FLAVOR), ServerAction.CONFIRM_RESIZE, server);
  }

  @InteropTest(id = "c03aab19-adb1-44f5-917d-c419577e9e68", start = StartHint.EARLY)
  @Claim("A server that was resized can be given its old flavor back")
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
  @Claim("A server cannot be resized to a flavor that does not exist")
  void flavorHasToExist(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.act(ServerAction.resize(UUID.randomUUID().toString())));
  }

  @InteropTest(id = "45436a7d-a388-4a35-a9d8-3adc5d0d940b")
  @Claim("A server cannot be resized to a flavor whose id is empty")
  void flavorHasToBeNamed(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.act(ServerAction.resize("")));
  }

  @InteropTest(id = "479da087-92b3-4dcf-aeb3-fd293b2d14ce")
  @Claim("A server lists exactly the metadata that it was given")
  void listHasTheMetadataThatWereGiven(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    assertHas(metadata, GIVEN);
  }

  @InteropTest(id = "211021f6-21de-4657-a68f-908878cfe251")
  @Claim("Metadata set for a server take the place of all that it had")
  void setReplacesAllMetadata(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);
    Map<String, String> others = Map.of("meta2", "data2", "meta3", "data3");

    metadata.replace(others);

    assertHas(metadata, others);
  }

  @InteropTest(id = "344d981e-0c33-4997-8a5d-6c1d803e4134")
  @Claim("Metadata updated for a server are added to what it had")
  void updateAddsMetadata(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    metadata.update(Map.of("key1", "alt1", "key3", "value3"));

    assertHas(metadata, Map.of("key1", "alt1", "key2", "value2", "key3", "value3"));
  }

  @InteropTest(id = "3043c57d-7e0e-49a6-9a96-ad569c265e6a")
  @Claim("One metadata item of a server can be read by its key")
  void metadataItemCanBeRead(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    assertThat(metadata.getItem("key2"))
        .as("GET %s/key2", metadata.path())
        .containsEntry("key2", "value2");
  }

  @InteropTest(id = "58c02d4f-5c67-40be-8744-d3fa5982eb1c")
  @Claim("One metadata item of a server can be set by its key, and the others stay")
  void metadataItemCanBeSet(Cloud cloud, Cleanup cleanup) {
    MetadataClient metadata = given(cloud, cleanup);

    metadata.setItem("nova", "alt");

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
