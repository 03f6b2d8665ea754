package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.kit.resource.ResourceKind.SECURITY_GROUP;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertCreates;
import static org.defcore.suite.ResourceClaims.assertDeletesAtOnce;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.SecurityGroup;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Security groups, from creation to deletion, and the one that every project has. */
final class SecurityGroupsConformance {

  private static final String DEFAULT = "default";

  @InteropTest(id = "e30abd17-fef9-4739-8617-dc26da88e686")
  @Claim("Each project has a security group named default")
  void projectHasADefaultGroup(Cloud cloud) {
    Resource<SecurityGroup> groups = groups(cloud);

    assertThat(groups.list())
        .extracting(SecurityGroup::name)
        .as("names in %s", call(groups))
        .contains(DEFAULT);
  }

  @InteropTest(id = "2323061e-9fbf-4eb0-b547-7e8fafc90849")
  @Claim("Creating a security group named default is rejected with 409")
  void secondDefaultGroupIsRefused(Cloud cloud, Cleanup cleanup) {
    Resource<SecurityGroup> groups = groups(cloud);
    Query named = Query.by("name", DEFAULT);
    List<String> before = ids(groups, named);
    // By its id, and only a new one: the project's own default group has that name, too.
    Consumer<Stream<String>> adopt =
        made ->
            made.filter(it -> !before.contains(it))
                .forEach(it -> cleanup.adopt(SECURITY_GROUP, DEFAULT, it));

    assertRefused(409, () -> adopt.accept(Stream.of(groups.create(Wanted.named(DEFAULT)).id())));

    List<String> after = ids(groups, named);
    adopt.accept(after.stream());
    assertThat(after).as("ids in %s", call(groups, named)).hasSameElementsAs(before);
  }

  @InteropTest(id = "bfd128e5-3c92-44b6-9d66-7fe29d22c802")
  @Claim("A security group can be created, listed, updated and deleted")
  void groupIsCreatedChangedAndDeleted(Cloud cloud, Cleanup cleanup) {
    Resource<SecurityGroup> groups = groups(cloud);
    Wanted wanted = Wanted.named(cloud.uniqueName("security-group"));
    Wanted changes = Wanted.named(wanted.name() + "-renamed").with("description", "changed");

    SecurityGroup created = assertCreates(groups, SECURITY_GROUP, wanted, cleanup);
    String id = created.id();
    assertHas(groups, id);
    assertChanges(groups, created, changes);

    assertDeletesAtOnce(groups, id);
    cleanup.removed(SECURITY_GROUP, id);
  }

  @InteropTest(id = "424fd5c3-9ddc-486a-b45f-39bf0c820fc6")
  @Claim("Reading an unknown security group returns 404")
  void unknownGroupCannotBeRead(Cloud cloud) {
    assertUnknown(groups(cloud)::get);
  }

  @InteropTest(id = "1f1bb89d-5664-4956-9fcd-83ee0fa603df")
  @Claim("Deleting an unknown security group returns 404")
  void unknownGroupCannotBeDeleted(Cloud cloud) {
    assertUnknown(groups(cloud)::delete);
  }

  private static Resource<SecurityGroup> groups(Cloud cloud) {
    return cloud.member().network().securityGroups();
  }
}
