package org.defcore.simcloud;

import java.util.List;

/** Actions on a running server, in the order of the tables. */
enum Ask {
  CREATE_IMAGE("{\"createImage\": {\"name\": \"copy\", \"metadata\": {\"by\": \"me\"}}}"),
  ATTACH_VOLUME("{\"volumeAttachment\": {\"volumeId\": \"VOLUME\"}}"),
  RESIZE("{\"resize\": {\"flavorRef\": \"2\"}}"),
  SHRINK("{\"resize\": {\"flavorRef\": \"1\"}}"),
  REBUILD("{\"rebuild\": {\"imageRef\": \"IMAGE\"}}"),
  REBOOT_SOFT("{\"reboot\": {\"type\": \"SOFT\"}}"),
  REBOOT_HARD("{\"reboot\": {\"type\": \"HARD\"}}"),
  STOP("{\"os-stop\": null}"),
  START("{\"os-start\": null}"),
  PAUSE("{\"pause\": null}"),
  UNPAUSE("{\"unpause\": null}"),
  SUSPEND("{\"suspend\": null}"),
  RESUME("{\"resume\": null}"),
  REBOOT_SUSPENDED("{\"reboot\": {\"type\": \"HARD\"}}"),
  READ_LOG("{\"os-getConsoleOutput\": {}}"),
  OPEN_SCREEN("{\"os-getVNCConsole\": {\"type\": \"novnc\"}}"),
  OPEN_SPICE("{\"os-getSPICEConsole\": {\"type\": \"spice-html5\"}}"),
  OPEN_SERIAL("{\"os-getSerialConsole\": {\"type\": \"serial\"}}");

  private final String body;

  Ask(String body) {
    this.body = body;
  }

  /** With VOLUME and IMAGE in place of ids. */
  String body() {
    return body;
  }

  /** Returns the actions that must come first. */
  List<Ask> before() {
    return switch (this) {
      case START -> List.of(STOP);
      case UNPAUSE -> List.of(PAUSE);
      case RESUME, REBOOT_SUSPENDED -> List.of(SUSPEND);
      default -> List.of();
    };
  }

  String path() {
    return this == ATTACH_VOLUME ? "/os-volume_attachments" : "/action";
  }

  String flavor() {
    return this == SHRINK ? "2" : "1";
  }
}
