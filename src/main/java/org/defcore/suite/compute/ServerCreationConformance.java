package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.List;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.KeyPairClient;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerCreation;
import org.defcore.client.compute.ServerSummary;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The properties of servers that are created with certain parameters. */
final class ServerCreationConformance {

  @InteropTest(
      id = "61e03386-89c3-449c-9bb1-a06f423fd9d1",
      claim = "One request for at least two servers makes two that run, and no reservation",
      start = StartHint.FIRST)
  void oneRequestMakesTwoServers(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerPool spares = cloud.shared(PooledServers.SHARED);
    String name = cloud.uniqueName("batch") + "-server";

    spares.createBatch(
        name, () -> servers.createServer(ServerRequests.usual(cloud, name).with("min_count", 2)));

    List<ServerSummary> made =
        servers.listServers().stream().filter(it -> it.name().startsWith(name)).toList();
    made.forEach(it -> spares.adopt(it.name(), it.id(), cleanup));
    assertThat(made).as("servers of the batch in GET /servers").hasSize(2);
    ServerStates states = new ServerStates(servers, poll);
    states.awaitBoot(made.get(0).id());
    states.awaitBegunBoot(made.get(1).id());
  }

  @InteropTest(
      id = "8fea6be7-065e-47cf-89b8-496e6f96c699",
      claim = "A server may be given the name that another server has",
      start = StartHint.EARLY)
  void nameMayBeTakenTwice(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerPool spares = cloud.shared(PooledServers.SHARED);
    Server first = servers.getServer(spares.borrow(cleanup).id());

    String second =
        spares
            .create(
                first.name(),
                () -> servers.createServer(ServerRequests.usual(cloud, first.name())),
                cleanup)
            .id();

    new ServerStates(servers, poll).awaitBoot(second);
    assertThat(second).as("id of the second server").isNotEqualTo(first.id());
    assertThat(List.of(servers.getServer(first.id()), servers.getServer(second)))
        .extracting(Server::name)
        .as("names in GET /servers/{id} of both")
        .containsOnly(first.name());
  }

  @InteropTest(
      id = "b92d5ec7-b1dd-44a2-87e4-45e888c46ef0",
      claim = "The password that a server is created with comes back in the answer",
      start = StartHint.FIRST)
  void passwordComesBack(Cloud cloud, Cleanup cleanup) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerPool spares = cloud.shared(PooledServers.SHARED);
    String name = cloud.uniqueName("server");
    String password = ServerRequests.password();

    ServerCreation creation =
        spares.create(
            name,
            () ->
                servers.createServer(ServerRequests.usual(cloud, name).with("adminPass", password)),
            cleanup);

    // Neither of the two is to stand in a message.
    assertThat(creation.server().adminPass().filter(password::equals).isPresent())
        .as("whether adminPass in POST /servers is the one that was sent")
        .isEqualTo(true);
  }

  @InteropTest(
      id = "f9e15296-d7f9-4e62-b53f-a04e89160833",
      claim = "A server shows the name of the key pair that it was created with")
  void keyPairIsShown(Cloud cloud) {
    ComputeClient compute = cloud.as(MEMBER).compute();
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);

    assertThat(compute.keyPairs().list())
        .extracting(KeyPairClient.Listed::name)
        .as("names in GET /os-keypairs")
        .contains(made.keyPair());
    assertThat(cloud.as(MEMBER).compute().servers().getServer(made.id()).keyName())
        .as("key_name in GET /servers/%s", made.id())
        .contains(made.keyPair());
  }

  @InteropTest(
      id = "5de47127-9977-400a-936f-abcfbec1218f",
      claim =
          "A server shows the name, image, flavor, metadata and access addresses that it was created"
              + " with")
  void detailsAreAsAskedFor(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);

    Server server = cloud.as(MEMBER).compute().servers().getServer(made.id());

    String call = "GET /servers/" + made.id();
    assertThat(server.core().accessIPv4())
        .as("accessIPv4 in %s", call)
        .contains(DetailedServer.ACCESS_V4);
    assertThat(server.core().accessIPv6())
        .as("accessIPv6 in %s", call)
        .contains(DetailedServer.ACCESS_V6);
    assertThat(server.name()).as("name in %s", call).isEqualTo(made.name());
    assertThat(server.imageId()).as("image in %s", call).contains(cloud.fact(IMAGE));
    assertThat(server.flavor().id()).as("flavor in %s", call).isEqualTo(cloud.fact(FLAVOR));
    assertThat(server.core().metadata())
        .as("metadata in %s", call)
        .isEqualTo(DetailedServer.METADATA);
  }
}
