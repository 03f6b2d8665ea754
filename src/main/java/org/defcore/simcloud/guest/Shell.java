package org.defcore.simcloud.guest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The few commands that a guest knows. */
record Shell(Guest guest) {

  private static final String INFO = "/proc/cpuinfo";
  private static final String VIRTUALIZATION =
      "systemd-detect-virt || cat /run/systemd/container"
          + " || dmesg | sed -n 's/.*Hypervisor detected: //p'";

  /** The result of a command. */
  record Said(int status, String out, String err) {

    private static Said well(String out) {
      return new Said(0, out, "");
    }
  }

  Said run(String command) {
    return switch (command.strip()) {
      case "true" -> Said.well("");
      case "hostname" -> Said.well(guest.hostName() + "\n");
      case "uname -sr" ->
          Said.well("%s %s\n".formatted(guest.userland().system(), guest.userland().release()));
      case VIRTUALIZATION -> Said.well(guest.userland().virtualization());
      case "sed -n 's/^model name[^:]*: //p' " + INFO -> info("sed", "Simulated CPU\n");
      case "cat " + INFO -> info("cat", info());
      case "grep -c ^processor " + INFO -> info("grep", guest.processors() + "\n");
      default -> new Said(127, "", "sh: " + command.strip().split(" ", 2)[0] + ": not found\n");
    };
  }

  private Said info(String program, String out) {
    return guest.userland().tellsProcessors()
        ? Said.well(out)
        : new Said(2, "", program + ": cannot open " + INFO + "\n");
  }

  private String info() {
    return IntStream.range(0, guest.processors())
        .mapToObj("processor\t: %d\nmodel name\t: Simulated CPU\nsiblings\t: 1\n\n"::formatted)
        .collect(Collectors.joining());
  }
}
