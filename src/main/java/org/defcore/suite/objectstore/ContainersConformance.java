package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.CONTAINER;
import static org.defcore.suite.objectstore.OwnContainer.METADATA;

import java.util.List;
import java.util.Map;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Containers one by one, and their metadata. */
final class ContainersConformance {

  private static final String COLOUR = METADATA + "Colour";
  private static final String SIZE = METADATA + "Size";

  @InteropTest(id = "92139d73-7819-4db1-85f8-3f2f22a8d91f")
  @Claim("A container can be created")
  void containerIsCreated(Cloud cloud, Cleanup cleanup) {
    OwnContainer.make(cloud, cleanup).assertHolds(0, 0);
  }

  @InteropTest(id = "49f866ed-d6af-4395-93e7-4187eb56d322")
  @Claim("A container can be created again, and keeps its objects")
  void containerIsCreatedAgain(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    container.upload("thing", OwnContainer.data(cloud));

    container.store().createAgain(container.path());

    container.assertLists(List.of("thing"));
  }

  @InteropTest(id = "95d3a249-b702-4082-a2c4-14bb860cf06a")
  @Claim("An empty container can be deleted")
  void emptyContainerIsDeleted(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);

    container.store().delete(container.path());

    assertRefused(404, () -> container.store().show(container.path()));
    cleanup.removed(CONTAINER, container.name());
  }

  @InteropTest(id = "a2faf936-6b13-4f8d-92a2-c2278355821e")
  @Claim("A new container shows no metadata")
  void newContainerHasNoMetadata(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);

    assertThat(container.store().show(container.path()).names(METADATA))
        .as("headers %s* in HEAD %s", METADATA, container.path())
        .isEmpty();
  }

  @InteropTest(id = "96e68f0e-19ec-4aa2-86f3-adc6a45e14dd")
  @Claim("A container shows the metadata that it is given")
  void metadataAreShown(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    String value = cloud.uniqueName("value");

    container.store().update(container.path(), Map.of(COLOUR, value));

    container.assertShows(COLOUR, value);
  }

  @InteropTest(id = "2ae5f295-4bf1-4e04-bfad-21e54b62cec5")
  @Claim("Metadata can be added to a container without loss of other items")
  void metadataAreAdded(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup, Map.of(SIZE, "large"));

    container.store().update(container.path(), Map.of(COLOUR, "red"));

    container.assertShows(COLOUR, "red");
    container.assertShows(SIZE, "large");
  }

  @InteropTest(id = "cf19bc0b-7e16-4a5a-aaed-cb0c2fe8deef")
  @Claim("One request can add metadata to a container and remove others")
  void metadataAreAddedAndRemovedAtOnce(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = withColour(cloud, cleanup);

    container.store().update(container.path(), Map.of(SIZE, "large", removal(COLOUR), "red"));

    container.assertShows(SIZE, "large");
    container.assertHides(COLOUR);
  }

  @InteropTest(id = "31f40a5f-6a52-4314-8794-cd89baed3040")
  @Claim("Container metadata with an empty value remove the item of that name")
  void metadataWithoutValueAreNotKept(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = withColour(cloud, cleanup);

    container.store().update(container.path(), Map.of(COLOUR, "", SIZE, ""));

    container.assertHides(COLOUR);
    container.assertHides(SIZE);
  }

  @InteropTest(id = "3a5ce7d4-6e4b-47d0-9d87-7cd42c325094")
  @Claim("Metadata of a container can be removed by name and value, and the others stay")
  void metadataAreRemoved(Cloud cloud, Cleanup cleanup) {
    assertThatItIsRemoved("red", cloud, cleanup);
  }

  @InteropTest(id = "a2e36378-6f1f-43f4-840a-ffd9cfd61914")
  @Claim("Metadata of a container can be removed by name alone, and the others stay")
  void metadataAreRemovedByName(Cloud cloud, Cleanup cleanup) {
    assertThatItIsRemoved("", cloud, cleanup);
  }

  private static void assertThatItIsRemoved(String value, Cloud cloud, Cleanup cleanup) {
    OwnContainer container = withColour(cloud, cleanup);
    container.store().update(container.path(), Map.of(SIZE, "large"));

    container.store().update(container.path(), Map.of(removal(COLOUR), value));

    container.assertHides(COLOUR);
    container.assertShows(SIZE, "large");
  }

  private static OwnContainer withColour(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup, Map.of(COLOUR, "red"));
    container.assertShows(COLOUR, "red");
    return container;
  }

  private static String removal(String header) {
    return header.replace("X-", "X-Remove-");
  }
}
