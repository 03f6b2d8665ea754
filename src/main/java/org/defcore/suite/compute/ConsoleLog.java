package org.defcore.suite.compute;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.kit.Cloud;
import org.defcore.result.Fact;

/**
 * The console of a server as a sign of its technology: a kernel that boots writes there, and a
 * guest on the kernel of its host may say that it is one. Silence tells nothing: a kernel can be
 * told to be quiet, and not every system is known here. No claim rests on it.
 */
record ConsoleLog(String text, String source) {

  private static final Pattern KERNEL =
      Pattern.compile("(?m)(Linux version [0-9][\\w.+-]*|(?:Free|Net|Open)BSD [0-9][\\w.+-]*)");

  /** The words of a guest that runs on the kernel of its host. */
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?i)\\bzone booting up|\\bcontainer[= (]{1,2}"
              + "(?:lxc|docker|podman|openvz|systemd-nspawn|lxd|incus)"
              + "|detected virtualization '?"
              + "(?:lxc|docker|podman|openvz|systemd-nspawn|container-other)");

  private static final List<Pattern> HYPERVISOR =
      List.of(
          Pattern.compile("(?m)Hypervisor detected: ([\\w -]{1,40}\\w)"),
          Pattern.compile("(?m)DMI: (QEMU|Bochs|VMware|Xen|Microsoft Corporation)"));

  /** Notes what the console of a running server tells, or why it tells nothing. */
  static void note(Cloud cloud, String server) {
    String source = "POST /servers/" + server + "/action os-getConsoleOutput";
    cloud.noteIfTold(
        "guest.console",
        source,
        () ->
            new ConsoleLog(cloud.member().compute().server(server).getConsoleOutput(), source)
                .facts());
  }

  List<Fact> facts() {
    if (text.isBlank()) {
      return List.of(new Fact("guest.console.unavailable", "the console log is empty", source));
    }
    if (first(KERNEL).isEmpty() && !CONTAINER.matcher(text).find()) {
      return List.of(
          new Fact(
              "guest.console.unavailable", "it shows neither a kernel nor a container", source));
    }
    Fact kernel = new Fact("guest.console.kernel", first(KERNEL).orElse("none"), source);
    return HYPERVISOR.stream()
        .flatMap(it -> first(it).stream())
        .findFirst()
        .map(it -> List.of(kernel, new Fact("guest.console.hypervisor", it, source)))
        .orElse(List.of(kernel));
  }

  private Optional<String> first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
