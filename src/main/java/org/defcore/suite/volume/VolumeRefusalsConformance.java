package org.defcore.suite.volume;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ListClaims.assertEmpty;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/** Volumes that may not be created, calls on volumes that are not there, and filters for none. */
final class VolumeRefusalsConformance {

  private static final Map<String, String> NAME = Map.of("name", "n");

  @InteropTest(id = "1ed83a8a-682d-4dfb-a30e-ee63ffd6c049")
  @Claim("A volume with punctuation as its size is rejected")
  void punctuationIsNoSize(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(400, "size", "#$%", cloud, cleanup);
  }

  @InteropTest(id = "9387686f-334f-4d31-a439-33494b9e2683")
  @Claim("A volume with an empty size is rejected")
  void emptyTextIsNoSize(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(400, "size", "", cloud, cleanup);
  }

  @InteropTest(id = "41331caa-eaf4-4001-869d-bc18c1869360")
  @Claim("A volume of size 0 is rejected")
  void sizeMayNotBeZero(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(400, "size", "0", cloud, cleanup);
  }

  @InteropTest(id = "8b472729-9eba-446e-a83b-916bdb34bef7")
  @Claim("A volume of size -1 is rejected")
  void sizeMayNotBeNegative(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(400, "size", "-1", cloud, cleanup);
  }

  @InteropTest(id = "10254ed8-3849-454e-862e-3ab8e6aa01d2")
  @Claim("A volume of an unknown type is rejected with 404")
  void typeHasToExist(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(404, "volume_type", UUID.randomUUID(), cloud, cleanup);
  }

  @InteropTest(id = "0c36f6ae-4604-4017-b0a9-34fdc63096f9")
  @Claim("A volume from an unknown snapshot is rejected with 404")
  void snapshotHasToExist(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(404, "snapshot_id", UUID.randomUUID(), cloud, cleanup);
  }

  @InteropTest(id = "47c73e08-4be8-45bb-bfdf-0c4e79b88344")
  @Claim("A clone of an unknown volume is rejected with 404")
  void sourceHasToExist(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(404, "source_volid", UUID.randomUUID(), cloud, cleanup);
  }

  /** Of a volume with that field; one that is created nevertheless is removed with the test. */
  private static void assertNotCreated(
      int status, String field, Object value, Cloud cloud, Cleanup cleanup) {
    Wanted wanted = VolumeStates.wanted(cloud, 1).with(field, value);

    assertRefused(status, () -> cleanup.create(VOLUME, wanted, volumes(cloud)::create));
    assertEmpty(cloud.member().volume().briefVolumes(), Query.by("name", wanted.name()));
  }

  @InteropTest(id = "f131c586-9448-44a4-a8b0-54ca838aa43e")
  @Claim("A volume that does not exist cannot be read")
  void cannotBeRead(Cloud cloud) {
    assertUnknown(volumes(cloud)::get);
  }

  @InteropTest(id = "555efa6e-efcd-44ef-8a3b-4a7ca4837a29")
  @Claim("A volume that does not exist cannot be deleted")
  void cannotBeDeleted(Cloud cloud) {
    assertUnknown(volumes(cloud)::delete);
  }

  @InteropTest(id = "0186422c-999a-480e-a026-6a665744c30c")
  @Claim("A volume that does not exist cannot be renamed")
  void cannotBeRenamed(Cloud cloud) {
    assertUnknown(it -> volumes(cloud).update(it, NAME));
  }

  @InteropTest(id = "30799cfd-7ee4-446c-b66c-45b383ed211b")
  @Claim("Reading a volume with an invalid id returns 404")
  void wordIsNotFound(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).get(word(cloud)));
  }

  @InteropTest(id = "1f035827-7c32-4019-9240-b4ec2dbd9dfd")
  @Claim("Deleting a volume with an invalid id returns 404")
  void wordIsNotDeleted(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).delete(word(cloud)));
  }

  @InteropTest(id = "e66e40d6-65e6-4e75-bdc7-636792fa152d")
  @Claim("Updating a volume with an invalid id returns 404")
  void wordIsNotRenamed(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).update(word(cloud), NAME));
  }

  private static String word(Cloud cloud) {
    return cloud.uniqueName("invalid");
  }

  @InteropTest(id = "c6c3db06-29ad-4e91-beb0-2ab195fe49e3")
  @Claim("Reading a volume with an empty id returns 404")
  void emptyIdIsNotFound(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).get(""));
  }

  @InteropTest(id = "441a1550-5d44-4b30-af0f-a6d402f52026")
  @Claim("Deleting a volume with an empty id returns 404")
  void emptyIdIsNotDeleted(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).delete(""));
  }

  @InteropTest(id = "72aeca85-57a5-4c1f-9057-f320f9ea575b")
  @Claim("Updating a volume with an empty id returns 404")
  void emptyIdIsNotChanged(Cloud cloud) {
    assertRefused(404, () -> volumes(cloud).update("", Map.of()));
  }

  @Holds(shared = SourceVolume.class)
  @InteropTest(id = "0f4aa809-8c7b-418f-8fb3-84c7a5dfc52f")
  @Claim("The brief volume list filtered by a name that no volume has is empty")
  void unknownNameFindsNothing(Cloud cloud) {
    assertFindsNothing(cloud, VolumeClient::briefVolumes, "name", cloud.uniqueName("unknown"));
  }

  @Holds(shared = SourceVolume.class)
  @InteropTest(id = "9ca17820-a0e7-4cbd-a7fa-f4468735e359")
  @Claim("The detailed volume list filtered by a name that no volume has is empty")
  void unknownNameFindsNoDetails(Cloud cloud) {
    assertFindsNothing(cloud, VolumeClient::detailedVolumes, "name", cloud.uniqueName("unknown"));
  }

  @Holds(shared = SourceVolume.class)
  @InteropTest(id = "143b279b-7522-466b-81be-34a87d564a7c")
  @Claim("The brief volume list filtered by a status that does not exist is empty")
  void unknownStatusFindsNothing(Cloud cloud) {
    assertFindsNothing(cloud, VolumeClient::briefVolumes, "status", "null");
  }

  @Holds(shared = SourceVolume.class)
  @InteropTest(id = "ba94b27b-be3f-496c-a00e-0283b373fa75")
  @Claim("The detailed volume list filtered by a status that does not exist is empty")
  void unknownStatusFindsNoDetails(Cloud cloud) {
    assertFindsNothing(cloud, VolumeClient::detailedVolumes, "status", "null");
  }

  /** Passes if the filtered list is empty; without the filter it has a volume. */
  private static <T extends Identified> void assertFindsNothing(
      Cloud cloud, Function<VolumeClient, Resource<T>> list, String filter, String value) {
    cloud.shared(SourceVolume.SHARED);

    assertEmpty(list.apply(cloud.member().volume()), Query.by(filter, value));
  }

  private static Resource<Volume> volumes(Cloud cloud) {
    return cloud.member().volume().volumes();
  }
}
