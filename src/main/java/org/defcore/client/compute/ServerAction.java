package org.defcore.client.compute;

import java.util.List;
import java.util.Map;
import org.defcore.client.Refusable;
import org.defcore.client.Wanted;

/**
 * An action on a server.
 *
 * @param fields what is sent under its name
 * @param answers refusals only where the API reference has them and a test lets a cloud decline
 */
public record ServerAction(String name, Object fields, Refusable answers) {

  public static final ServerAction START = of("os-start");
  public static final ServerAction STOP = of("os-stop");
  public static final ServerAction SUSPEND = of("suspend");
  public static final ServerAction RESUME = of("resume");
  public static final ServerAction LOCK = of("lock");
  public static final ServerAction UNLOCK = of("unlock");
  public static final ServerAction FORCE_DELETE = of("forceDelete");
  public static final ServerAction REVERT_RESIZE = of("revertResize");
  public static final ServerAction CONFIRM_RESIZE =
      new ServerAction("confirmResize", Map.of(), new Refusable(204, List.of()));

  private static ServerAction of(String name) {
    return new ServerAction(name, Map.of(), new Refusable(202, List.of()));
  }

  /**
   * The reference has no 400 for it.
   *
   * @param type {@code HARD} or {@code SOFT}
   */
  public static ServerAction reboot(String type) {
    Refusable answers = new Refusable(202, List.of(403, 409));
    return new ServerAction("reboot", Map.of("type", type), answers);
  }

  public static ServerAction resize(String flavor) {
    return refusable("resize", Map.of("flavorRef", flavor));
  }

  /** Of the server's ports; the group by its name or id. */
  public static ServerAction addSecurityGroup(String group) {
    return new ServerAction(
        "addSecurityGroup", Map.of("name", group), new Refusable(202, List.of()));
  }

  public static ServerAction removeSecurityGroup(String group) {
    return new ServerAction(
        "removeSecurityGroup", Map.of("name", group), new Refusable(202, List.of()));
  }

  static ServerAction rebuild(Wanted server) {
    return refusable("rebuild", server);
  }

  static ServerAction createImage(Wanted image) {
    return refusable("createImage", image);
  }

  private static ServerAction refusable(String name, Object fields) {
    return new ServerAction(name, fields, new Refusable(202, List.of(400, 403, 409)));
  }
}
