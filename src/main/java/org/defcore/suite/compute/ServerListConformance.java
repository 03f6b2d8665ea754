package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.Summary;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.suite.compute.ServerPool.DeletedServer;

/** The server lists: what is in them, and what cannot be asked of them. */
final class ServerListConformance {

  @InteropTest(id = "9a438d88-10c6-4bcd-8b5b-5b6e25e1346f")
  @Claim("The brief server list includes a new server")
  void briefListHasTheServer(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    assertHas(brief(cloud), made.id(), Summary::name, made.name());
  }

  @InteropTest(id = "585e934c-448e-43c4-acbf-d06a9b899997")
  @Claim("The detailed server list includes a new server")
  void detailedListHasTheServer(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    assertHas(detailed(cloud), made.id(), Server::name, made.name());
  }

  @InteropTest(id = "24a26f1a-1ddc-4eea-b0d7-a90cc874ad8f")
  @Claim("The brief server list does not include a deleted server")
  void briefListHasNoDeletedServer(Cloud cloud) {
    assertLacks(brief(cloud), cloud.shared(DeletedServer.SHARED));
  }

  @InteropTest(id = "93055106-2d34-46fe-af68-d9ddbf7ee570")
  @Claim("The detailed server list does not include a deleted server")
  void detailedListHasNoDeletedServer(Cloud cloud) {
    assertLacks(detailed(cloud), cloud.shared(DeletedServer.SHARED));
  }

  /** Ids in the list without a limit, with one, and once more without. */
  private record ThreeLists(Set<String> before, Set<String> limited, Set<String> after) {

    static ThreeLists of(Resource<Summary> list) {
      Set<String> before = Set.copyOf(ids(list));
      Query limit = Query.by("limit", before.size() + 100);
      return new ThreeLists(before, Set.copyOf(ids(list, limit)), Set.copyOf(ids(list)));
    }
  }

  @InteropTest(id = "d47c17fb-eebd-4287-8e95-f20a7e627b18")
  @Claim("The server list with a limit above the number of servers shows all servers")
  void largeLimitLeavesNothingOut(Cloud cloud, Poll poll) {
    String id = cloud.shared(DetailedServer.SHARED).id();

    // Others may create and delete servers meanwhile: what counts is a moment of rest.
    ThreeLists lists =
        poll.until(
            "GET /servers to be the same twice",
            () -> ThreeLists.of(brief(cloud)),
            it -> it.before().equals(it.after()));

    assertThat(lists.limited())
        .as("ids in GET /servers?limit=%d", lists.before().size() + 100)
        .contains(id)
        .isEqualTo(lists.before());
  }

  @InteropTest(id = "62610dd9-4713-4ee0-8beb-fd2c1aa7f950")
  @Claim("A negative limit for the server list is rejected")
  void limitMayNotBeNegative(Cloud cloud) {
    assertRefused(400, () -> brief(cloud).list(Query.by("limit", -1)));
  }

  @InteropTest(id = "679bc053-5e70-4514-9800-3dfab1a380a6")
  @Claim("A limit for the server list that is not a number is rejected")
  void limitMayNotBeAWord(Cloud cloud) {
    assertRefused(400, () -> brief(cloud).list(Query.by("limit", "testing")));
  }

  @InteropTest(id = "74745ad8-b346-45b5-b9b8-509d7447fc1f")
  @Claim(
      "The server list filtered by changes-since includes a new server, and none for a "
          + "future date")
  void nothingHasChangedSinceTheFuture(Cloud cloud) {
    String id = cloud.shared(DetailedServer.SHARED).id();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Query active = Query.by("status", "ACTIVE");
    Query before = Query.by("changes-since", now.minus(Duration.ofDays(1)));
    assertThat(ids(brief(cloud), before, active))
        .as("ids in %s", call(brief(cloud), before, active))
        .contains(id);
    assertEmpty(brief(cloud), Query.by("changes-since", now.plus(Duration.ofDays(9131))), active);
  }

  @InteropTest(id = "87d12517-e20a-4c9c-97b6-dd1628d6d6c9")
  @Claim("A changes-since date with slashes is rejected")
  void dateWithSlashesIsRefused(Cloud cloud) {
    assertRefused(400, () -> brief(cloud).list(Query.by("changes-since", "2011/01/01")));
  }

  @InteropTest(id = "5913660b-223b-44d4-a651-a0fbfd44ca75")
  @Claim("The server list filtered by a flavor that does not exist is empty")
  void unknownFlavorFindsNothing(Cloud cloud) {
    assertFindsNothing(Query.by("flavor", "non_existing_flavor"), cloud);
  }

  @InteropTest(id = "ff01387d-c7ad-47b4-ae9e-64fa214638fe")
  @Claim("The server list filtered by an image that does not exist is empty")
  void unknownImageFindsNothing(Cloud cloud) {
    assertFindsNothing(Query.by("image", "non_existing_image"), cloud);
  }

  @InteropTest(id = "e2c77c4a-000a-4af3-a0bd-629a328bde7c")
  @Claim("The server list filtered by a name that no server has is empty")
  void unknownNameFindsNothing(Cloud cloud) {
    assertFindsNothing(Query.by("name", "non_existing_server_name"), cloud);
  }

  @InteropTest(id = "fcdf192d-0f74-4d89-911f-1ec002b822c4")
  @Claim("The server list filtered by a status that does not exist is empty at 2.1")
  void unknownStatusFindsNothing(Cloud cloud) {
    assertFindsNothing(Query.by("status", "non_existing_status"), cloud);
  }

  /** Of a list that has a server without the filter. */
  private static void assertFindsNothing(Query filter, Cloud cloud) {
    cloud.shared(DetailedServer.SHARED);
    assertEmpty(brief(cloud), filter);
  }

  private static Resource<Server> detailed(Cloud cloud) {
    return cloud.member().compute().detailedServers();
  }

  private static Resource<Summary> brief(Cloud cloud) {
    return cloud.member().compute().briefServers();
  }
}
