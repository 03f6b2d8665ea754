package org.defcore.suite.compute;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.Map;
import java.util.UUID;
import org.defcore.client.compute.Rebuild;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;

/** Calls on servers that are not there, or not any more. */
final class UnknownServerConformance {

  @InteropTest(
      id = "3436b02f-1b1e-4f03-881e-c6a602327439",
      claim = "A server that does not exist cannot be read")
  void cannotBeRead(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).getServer(nowhere()));
  }

  @InteropTest(
      id = "aa8eed43-e2cb-4ebf-930b-da14f6a21d81",
      claim = "A server that does not exist cannot be renamed")
  void cannotBeRenamed(Cloud cloud) {
    Map<String, String> name = Map.of("name", cloud.uniqueName("server"));

    assertRefused(404, () -> servers(cloud).updateServer(nowhere(), name));
  }

  @InteropTest(
      id = "f4d7279b-5fd2-4bf2-9ba4-ae35df0d18c5",
      claim = "Deleting a server whose id is a number beyond all bounds is answered by 404")
  void hugeIdIsNotFound(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).deleteServer("9223372036854775808"));
  }

  @InteropTest(
      id = "75f79124-277c-45e6-a373-a1d6803f4cc4",
      claim = "Deleting a server whose id is -1 is answered by 404")
  void negativeIdIsNotFound(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).deleteServer("-1"));
  }

  @InteropTest(
      id = "d4c023a0-9c55-4747-9dd5-413b820143c7",
      claim = "A server that does not exist cannot be rebooted")
  void cannotBeRebooted(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).rebootServer(nowhere(), "SOFT"));
  }

  @InteropTest(
      id = "a31460a9-49e1-42aa-82ee-06e0bb7c2d03",
      claim = "A server that does not exist cannot be stopped")
  void cannotBeStopped(Cloud cloud) {
    assertRefused(404, () -> servers(cloud).stopServer(nowhere()));
  }

  @InteropTest(
      id = "d86141a7-906e-4731-b187-d64a2ea61422",
      claim = "A server that does not exist cannot be rebuilt")
  void cannotBeRebuilt(Cloud cloud) {
    Rebuild rebuild = Rebuild.from(cloud.fact(IMAGE));

    assertRefused(404, () -> servers(cloud).rebuildServer(nowhere(), rebuild));
  }

  @InteropTest(
      id = "98fa0458-1485-440f-873b-fe7f0d714930",
      claim = "A server that was deleted cannot be rebuilt",
      start = StartHint.EARLY)
  void deletedOneCannotBeRebuilt(Cloud cloud) {
    String deleted = cloud.shared(DeletedServer.SHARED);
    Rebuild rebuild = Rebuild.from(cloud.fact(IMAGE));

    assertRefused(404, () -> servers(cloud).rebuildServer(deleted, rebuild));
  }

  private static ServerClient servers(Cloud cloud) {
    return cloud.as(MEMBER).compute().servers();
  }

  private static String nowhere() {
    return UUID.randomUUID().toString();
  }
}
