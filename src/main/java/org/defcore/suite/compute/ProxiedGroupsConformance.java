package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.kit.resource.ResourceKind.SECURITY_GROUP;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ProxiedGroup;
import org.defcore.client.compute.ServerAction;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Security groups through the compute API, alone and of servers. */
final class ProxiedGroupsConformance {

  @InteropTest(id = "eb2b087d-633d-4d0d-a7bd-9e6ba35b32de")
  @Claim("Security groups created through compute are listed until they are deleted")
  void groupsAreListedUntilDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<ProxiedGroup> groups = groups(cloud);
    List<ProxiedGroup> made = Stream.generate(() -> make(cloud, cleanup, "")).limit(3).toList();

    assertThat(groups.list()).as(call(groups)).containsAll(made);
    made.forEach(it -> delete(it, cloud, cleanup, poll));
  }

  @InteropTest(id = "ecc0da4a-2117-48af-91af-993cca39a615")
  @Claim("A security group created through compute keeps leading and trailing spaces in its name")
  void nameKeepsSpaces(Cloud cloud, Cleanup cleanup, Poll poll) {
    ProxiedGroup made = make(cloud, cleanup, " ");

    assertShows(groups(cloud), made);
    delete(made, cloud, cleanup, poll);
  }

  @InteropTest(id = "7d4e1d3c-3209-4d6d-b020-986304ebad1f")
  @Claim("A security group can be given another name and description through compute")
  void groupIsChanged(Cloud cloud, Cleanup cleanup) {
    ProxiedGroup made = make(cloud, cleanup, "");

    // Clean-up knows it by the name in the ledger.
    assertChanges(groups(cloud), made, wanted(made.name() + "-renamed").with("description", "new"));
  }

  @InteropTest(id = "673eaec1-9b3e-48ed-bdf1-2786c1b9661c")
  @Claim("Reading an unknown security group through compute returns 404")
  void groupToShowHasToExist(Cloud cloud) {
    assertUnknown(groups(cloud)::get);
  }

  @InteropTest(id = "27edee9c-873d-4da6-a68a-3c256efebe8f")
  @Claim("Updating an unknown security group through compute returns 404")
  void groupToChangeHasToExist(Cloud cloud) {
    assertUnknown(it -> groups(cloud).update(it, wanted(cloud.uniqueName("group"))));
  }

  @InteropTest(id = "6727c00b-214c-4f9e-9a52-017ac3e98411")
  @Claim("Deleting an unknown security group through compute returns 404")
  void groupToDeleteHasToExist(Cloud cloud) {
    assertUnknown(groups(cloud)::delete);
  }

  @InteropTest(id = "1438f330-8fa4-4aeb-8a94-37c250106d7f")
  @Claim("Deleting a security group with an empty id through compute returns 404")
  void groupToDeleteHasToBeNamed(Cloud cloud) {
    assertRefused(404, () -> groups(cloud).delete(""));
  }

  @InteropTest(id = "36a1629f-c6da-4a26-b8b8-55e7e5d5cd58")
  @Claim("Compute lists the security group named default and rejects its deletion with 400")
  void defaultGroupStays(Cloud cloud) {
    Resource<ProxiedGroup> groups = groups(cloud);
    Optional<ProxiedGroup> usual =
        groups.list().stream().filter(it -> it.name().equals("default")).findFirst();
    assertThat(usual).as("group default in %s", call(groups)).isPresent();
    String id = usual.orElseThrow().id();

    assertRefused(400, () -> groups.delete(id));
    assertHas(groups, id);
  }

  @InteropTest(id = "79517d60-535a-438f-af3d-e6feab1cbea7")
  @Claim("Security groups added to a server are listed for that server")
  void groupsOfServerAreListed(Cloud cloud, Cleanup cleanup, Poll poll) {
    List<ProxiedGroup> two = Stream.generate(() -> make(cloud, cleanup, "")).limit(2).toList();
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    two.forEach(it -> server.act(ServerAction.addSecurityGroup(it.name())));

    assertHas(
        server.calls().securityGroups(), two.stream().map(ProxiedGroup::id).toArray(String[]::new));
    // Others borrow the server.
    two.forEach(it -> server.act(ServerAction.removeSecurityGroup(it.name())));
  }

  @InteropTest(id = "fe4abc0d-83f5-4c50-ad11-57a1127297a2")
  @Claim(
      "A security group in use by a server cannot be deleted through compute (400), "
          + "even after a reboot; once the server is gone, it can")
  void groupOfServerStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    ProxiedGroup first = make(cloud, cleanup, "");
    ProxiedGroup second = make(cloud, cleanup, "");
    HeldServer server = HeldServer.spent(cloud, cleanup, poll);

    assertStays(first, server);
    server.act(ServerAction.reboot("HARD"));
    server.await("ACTIVE");
    assertStays(second, server);

    server.deleteForGood();
    Stream.of(first, second).forEach(it -> delete(it, cloud, cleanup, poll));
  }

  private static void assertStays(ProxiedGroup group, HeldServer server) {
    Resource<ProxiedGroup> groups = groups(server.cloud());
    server.act(ServerAction.addSecurityGroup(group.name()));

    assertRefused(400, () -> groups.delete(group.id()));
    assertShows(groups, group);
  }

  private static Resource<ProxiedGroup> groups(Cloud cloud) {
    return cloud.member().compute().securityGroups();
  }

  private static Wanted wanted(String name) {
    return Wanted.named(name).with("description", "test");
  }

  /** Makes a group whose name begins and ends with that text. */
  private static ProxiedGroup make(Cloud cloud, Cleanup cleanup, String ends) {
    Wanted wanted = wanted(ends + cloud.uniqueName("group") + ends);
    ProxiedGroup made = cleanup.create(SECURITY_GROUP, wanted, groups(cloud)::create);
    assertFields("POST /os-security-groups", groups(cloud), wanted, made);
    return made;
  }

  private static void delete(ProxiedGroup group, Cloud cloud, Cleanup cleanup, Poll poll) {
    assertDeletesInTime(groups(cloud), groups(cloud), SECURITY_GROUP, group.id(), cleanup, poll);
  }
}
