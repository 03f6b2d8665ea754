package org.defcore.suite.compute;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.compute.ServerRequests.imageless;
import static org.defcore.suite.compute.ServerRequests.least;
import static org.defcore.suite.compute.ServerRequests.usual;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.defcore.client.Identified;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;
import org.defcore.suite.compute.ServerPool.DeletedServer;

/** Servers that may not be created, and calls on servers that are not there, or not any more. */
final class ServerRefusalsConformance {

  @InteropTest(id = "fd57f159-68d6-4c2a-902b-03070828a87e")
  @Claim("A server with a number as its name is rejected")
  void numberIsNoName(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(it -> usual(cloud, it).with("name", 12345), cloud, cleanup);
  }

  @InteropTest(id = "dbbfd247-c40c-449e-8f6c-d2aa7c7da7cf")
  @Claim("A server with an empty name is rejected")
  void emptyTextIsNoName(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(it -> usual(cloud, it).with("name", ""), cloud, cleanup);
  }

  @InteropTest(id = "c3e0fb12-07fc-4d76-a22e-37409887afe8")
  @Claim("A server with a name of 256 characters is rejected")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(it -> usual(cloud, it).with("name", "a".repeat(256)), cloud, cleanup);
  }

  @InteropTest(id = "7fc74810-0bd2-4cd7-8244-4f33a9db865a")
  @Claim("A server with a metadata value of 260 characters is rejected")
  void metadataMayNotBeTooLong(Cloud cloud, Cleanup cleanup) {
    Map<String, String> metadata = Map.of("a", "b".repeat(260));

    assertNotCreated(
        List.of(400, 413), it -> usual(cloud, it).with("metadata", metadata), cloud, cleanup);
  }

  @InteropTest(id = "18f5227f-d155-4429-807c-ccb103887537")
  @Claim("A server with an invalid or unknown flavor is rejected")
  void flavorHasToExist(Cloud cloud, Cleanup cleanup) {
    for (Object flavor : List.of(-1, UUID.randomUUID())) {
      assertNotCreated(
          it -> least(cloud, it, cloud.fact(IMAGE), "").with("flavorRef", flavor), cloud, cleanup);
    }
  }

  @InteropTest(id = "fcba1052-0a50-4cf3-b1ac-fae241edf02f")
  @Claim("A server with an invalid or unknown image is rejected")
  void imageHasToExist(Cloud cloud, Cleanup cleanup) {
    for (Object image : List.of(-1, UUID.randomUUID())) {
      assertNotCreated(
          it -> imageless(cloud, it, cloud.fact(FLAVOR)).with("imageRef", image), cloud, cleanup);
    }
  }

  @InteropTest(id = "4e72dc2d-44c5-4336-9667-f7972e95c402")
  @Claim("A server on a network with an invalid id is rejected")
  void networkIdHasToBeOne(Cloud cloud, Cleanup cleanup) {
    Map<String, String> network = Map.of("uuid", "a-b-c-d-e-f-g-h-i-j", "fixed_ip", "10.0.1.1");

    assertNotCreated(it -> usual(cloud, it).with("networks", List.of(network)), cloud, cleanup);
  }

  @InteropTest(id = "5226dd80-1e9c-4d8a-b5f9-b26ca4763fd0")
  @Claim("A server with an invalid IPv6 access address is rejected")
  void accessAddressHasToBeOne(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(it -> usual(cloud, it).with("accessIPv6", "notvalid"), cloud, cleanup);
  }

  private static void assertNotCreated(
      Function<String, Wanted> wanted, Cloud cloud, Cleanup cleanup) {
    assertNotCreated(List.of(400), wanted, cloud, cleanup);
  }

  /**
   * Should the creation wrongly succeed, the server goes with the test.
   *
   * @param wanted takes the name of the server
   */
  private static void assertNotCreated(
      List<Integer> statuses, Function<String, Wanted> wanted, Cloud cloud, Cleanup cleanup) {
    String name = cloud.uniqueName("server");
    Wanted server = wanted.apply(name);
    ComputeClient compute = cloud.member().compute();
    assertRefused(
        statuses,
        () -> cleanup.create(SERVER, name, () -> compute.createServer(server), Identified::id));
  }

  @InteropTest(id = "3436b02f-1b1e-4f03-881e-c6a602327439")
  @Claim("A server that does not exist cannot be read")
  void cannotBeRead(Cloud cloud) {
    assertUnknown(servers(cloud)::get);
  }

  @InteropTest(id = "aa8eed43-e2cb-4ebf-930b-da14f6a21d81")
  @Claim("A server that does not exist cannot be renamed")
  void cannotBeRenamed(Cloud cloud) {
    Wanted name = Wanted.named(cloud.uniqueName("server"));

    assertUnknown(it -> calls(it, cloud).update(name));
  }

  @InteropTest(id = "f4d7279b-5fd2-4bf2-9ba4-ae35df0d18c5")
  @Claim("Deleting a server with an overlong id returns 404")
  void hugeIdIsNotFound(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).delete("9223372036854775808"));
  }

  @InteropTest(id = "75f79124-277c-45e6-a373-a1d6803f4cc4")
  @Claim("Deleting a server with the id -1 returns 404")
  void negativeIdIsNotFound(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).delete("-1"));
  }

  @InteropTest(id = "d4c023a0-9c55-4747-9dd5-413b820143c7")
  @Claim("A server that does not exist cannot be rebooted")
  void cannotBeRebooted(Cloud cloud) {
    assertUnknown(it -> calls(it, cloud).act(ServerAction.reboot("SOFT")));
  }

  @InteropTest(id = "a31460a9-49e1-42aa-82ee-06e0bb7c2d03")
  @Claim("A server that does not exist cannot be stopped")
  void cannotBeStopped(Cloud cloud) {
    assertUnknown(it -> calls(it, cloud).act(ServerAction.STOP));
  }

  @InteropTest(id = "d86141a7-906e-4731-b187-d64a2ea61422")
  @Claim("A server that does not exist cannot be rebuilt")
  void cannotBeRebuilt(Cloud cloud) {
    assertUnknown(it -> calls(it, cloud).rebuild(from(cloud.fact(IMAGE))));
  }

  @InteropTest(id = "98fa0458-1485-440f-873b-fe7f0d714930", start = StartHint.EARLY)
  @Claim("A server that was deleted cannot be rebuilt")
  void deletedOneCannotBeRebuilt(Cloud cloud) {
    String deleted = cloud.shared(DeletedServer.SHARED);

    assertRefused(404, () -> calls(deleted, cloud).rebuild(from(cloud.fact(IMAGE))));
  }

  private static Wanted from(String image) {
    return Wanted.nameless().with("imageRef", image);
  }

  private static Resource<Server> servers(Cloud cloud) {
    return cloud.member().compute().servers();
  }

  private static ServerClient calls(String id, Cloud cloud) {
    return cloud.member().compute().server(id);
  }
}
