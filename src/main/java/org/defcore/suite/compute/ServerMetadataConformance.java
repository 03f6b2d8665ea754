package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import java.util.Map;
import org.defcore.client.compute.ServerMetadataClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.compute.ServerPool.Loan;

/** The metadata of a server, all at once and one by one. */
final class ServerMetadataConformance {

  private static final Map<String, String> GIVEN = Map.of("key1", "value1", "key2", "value2");

  @InteropTest(
      id = "479da087-92b3-4dcf-aeb3-fd293b2d14ce",
      claim = "A server lists exactly the metadata that it was given")
  void listHasWhatWasGiven(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);

    assertHas(metadata, GIVEN);
  }

  @InteropTest(
      id = "211021f6-21de-4657-a68f-908878cfe251",
      claim = "Metadata set for a server take the place of all that it had")
  void setReplacesAll(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);
    Map<String, String> others = Map.of("meta2", "data2", "meta3", "data3");

    metadata.replace(others);

    assertHas(metadata, others);
  }

  @InteropTest(
      id = "344d981e-0c33-4997-8a5d-6c1d803e4134",
      claim = "Metadata updated for a server are added to what it had")
  void updateAdds(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);

    metadata.update(Map.of("key1", "alt1", "key3", "value3"));

    assertHas(metadata, Map.of("key1", "alt1", "key2", "value2", "key3", "value3"));
  }

  @InteropTest(
      id = "3043c57d-7e0e-49a6-9a96-ad569c265e6a",
      claim = "One metadata item of a server can be read by its key")
  void itemCanBeRead(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);

    assertThat(metadata.getItem("key2"))
        .as("GET %s/key2", metadata.path())
        .containsEntry("key2", "value2");
  }

  @InteropTest(
      id = "58c02d4f-5c67-40be-8744-d3fa5982eb1c",
      claim = "One metadata item of a server can be set by its key, and the others stay")
  void itemCanBeSet(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);

    metadata.setItem("nova", "alt");

    assertHas(metadata, Map.of("key1", "value1", "key2", "value2", "nova", "alt"));
  }

  @InteropTest(
      id = "127642d6-4c7b-4486-b7cd-07265a378658",
      claim = "One metadata item of a server can be deleted by its key, and the others stay")
  void itemCanBeDeleted(Cloud cloud, Cleanup cleanup) {
    ServerMetadataClient metadata = given(cloud, cleanup);

    metadata.deleteItem("key1");

    assertHas(metadata, Map.of("key2", "value2"));
  }

  /** Of a server that was given metadata in place of all that it had. */
  private static ServerMetadataClient given(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(PooledServers.SHARED).borrow(Loan.ANY, cleanup);
    ServerMetadataClient metadata = cloud.as(MEMBER).compute().server(id).metadata();
    metadata.replace(GIVEN);
    return metadata;
  }

  private static void assertHas(ServerMetadataClient metadata, Map<String, String> expected) {
    assertThat(metadata.list()).as("GET %s", metadata.path()).isEqualTo(expected);
  }
}
