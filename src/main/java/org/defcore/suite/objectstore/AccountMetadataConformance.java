package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.ACCOUNT_METADATA;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/**
 * Metadata of the account, each test under a name of its own: the account serves others as well.
 */
final class AccountMetadataConformance {

  /** The kind in the names of these metadata. */
  static final String KIND = "metadata";

  private static final String SHOWN = "X-Account-Meta-";
  private static final String VALUE = "red";

  @InteropTest(id = "64fd53f3-adbd-4639-af54-436e4982dbfb")
  @Claim("Of two metadata items in one request, an account keeps the one with a value")
  void metadataWithoutValueIsNotKept(Cloud cloud, Cleanup cleanup) {
    String empty = cloud.uniqueName(KIND);
    cleanup.expect(ACCOUNT_METADATA, empty);

    create(cloud, cleanup, Map.of(SHOWN + empty, ""));

    assertShows(cloud, empty, Optional.empty());
  }

  @InteropTest(id = "9f60348d-c46f-4465-ae06-d51dbd470953")
  @Claim("Account metadata can be set, and removed by name and value")
  void metadataIsRemoved(Cloud cloud, Cleanup cleanup) {
    assertRemoves(cloud, cleanup, VALUE);
  }

  @InteropTest(id = "d4d884d3-4696-4b85-bc98-4f57c4dd2bf1")
  @Claim("Account metadata can be set, and removed by name alone")
  void metadataIsRemovedByName(Cloud cloud, Cleanup cleanup) {
    assertRemoves(cloud, cleanup, "");
  }

  private static void assertRemoves(Cloud cloud, Cleanup cleanup, String value) {
    String name = create(cloud, cleanup, Map.of());

    cloud.member().objectStore().update("", Map.of("X-Remove-Account-Meta-" + name, value));

    assertShows(cloud, name, Optional.empty());
  }

  /** Gives the name of new metadata, which others may go along with. */
  private static String create(Cloud cloud, Cleanup cleanup, Map<String, String> others) {
    String name = cloud.uniqueName(KIND);
    Map<String, String> all = new TreeMap<>(others);
    all.put(SHOWN + name, VALUE);
    ObjectStoreClient store = cloud.member().objectStore();
    cleanup.create(ACCOUNT_METADATA, name, () -> store.update("", all), it -> name);
    assertShows(cloud, name, Optional.of(VALUE));
    return name;
  }

  private static void assertShows(Cloud cloud, String name, Optional<String> value) {
    assertThat(cloud.member().objectStore().show("").find(SHOWN + name))
        .as("%s in HEAD /", SHOWN + name)
        .isEqualTo(value);
  }
}
