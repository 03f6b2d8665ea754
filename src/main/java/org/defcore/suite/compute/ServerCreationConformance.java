package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.List;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.KeyPair;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerCore;
import org.defcore.client.compute.ServerCreation;
import org.defcore.client.compute.Summary;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The properties of servers that are created with certain parameters. */
final class ServerCreationConformance {

  @InteropTest(id = "61e03386-89c3-449c-9bb1-a06f423fd9d1", start = StartHint.FIRST)
  @Claim("One request with min_count 2 creates two active servers, and returns no reservation id")
  void oneRequestMakesTwoServers(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerPool spares = ServerPool.of(cloud);
    String name = cloud.uniqueName("batch") + "-server";
    spares.createBatch(ServerRequests.usual(cloud, name).with("min_count", 2), cloud);

    List<Summary> made =
        cloud.member().compute().briefServers().list().stream()
            .filter(it -> it.name().startsWith(name))
            .toList();
    made.forEach(it -> spares.adopt(it.name(), it.id(), cleanup));

    assertThat(made).as("servers of the batch in GET /servers").hasSize(2);
    new HeldServer(made.get(0).id(), cloud, poll).awaitBoot();
    new HeldServer(made.get(1).id(), cloud, poll).awaitUp(poll);
  }

  @InteropTest(id = "8fea6be7-065e-47cf-89b8-496e6f96c699", start = StartHint.EARLY)
  @Claim("Two servers can have the same name")
  void nameMayBeTakenTwice(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer first = HeldServer.lent(cloud, cleanup, poll);
    String name = first.get().name();
    Wanted wanted = ServerRequests.usual(cloud, name);
    String id = ServerPool.of(cloud).create(wanted, cloud, cleanup).id();
    HeldServer second = new HeldServer(id, cloud, poll);

    second.awaitBoot();

    assertThat(id).as("id of the second server").isNotEqualTo(first.id());
    assertThat(List.of(first.get(), second.get()))
        .extracting(Server::name)
        .as("names in GET /servers/{id} of both")
        .containsOnly(name);
  }

  @InteropTest(id = "b92d5ec7-b1dd-44a2-87e4-45e888c46ef0", start = StartHint.FIRST)
  @Claim("The response to a server's creation contains the requested admin password")
  void passwordComesBack(Cloud cloud, Cleanup cleanup) {
    String password = ServerRequests.password();
    Wanted wanted =
        ServerRequests.usual(cloud, cloud.uniqueName("server")).with("adminPass", password);

    ServerCreation<ServerCreation.Created> creation =
        ServerPool.of(cloud).create(wanted, cloud, cleanup);

    // Neither of the two is to stand in a message.
    assertThat(creation.server().adminPass().filter(password::equals).isPresent())
        .as("whether adminPass in POST /servers is the one that was sent")
        .isEqualTo(true);
  }

  @InteropTest(id = "f9e15296-d7f9-4e62-b53f-a04e89160833")
  @Claim("A server shows the name of the key pair that it was created with")
  void keyPairIsShown(Cloud cloud) {
    ComputeClient compute = cloud.member().compute();
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);

    assertThat(compute.keyPairs().as(KeyPair.Item.class).list())
        .extracting(it -> it.keypair().name())
        .as("names in GET /os-keypairs")
        .contains(made.keyPair());
    assertShows(compute.servers(), made.id(), Wanted.nameless().with("key_name", made.keyPair()));
  }

  @InteropTest(id = "5de47127-9977-400a-936f-abcfbec1218f")
  @Claim("A server shows the requested name, image, flavor, metadata and access addresses")
  void detailsAreAsAskedFor(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);

    Wanted asked =
        Wanted.named(made.name())
            .with("metadata", DetailedServer.METADATA)
            .with("accessIPv4", DetailedServer.ACCESS_V4)
            .with("accessIPv6", DetailedServer.ACCESS_V6);

    ServerCore server = assertShows(cloud.member().compute().servers(), made.id(), asked).core();

    assertThat(server.imageId())
        .as("image in GET /servers/%s", made.id())
        .isEqualTo(ServerRequests.shown(cloud, cloud.fact(IMAGE)));
    assertThat(server.flavor().id())
        .as("flavor in GET /servers/%s", made.id())
        .isEqualTo(cloud.fact(FLAVOR));
  }
}
