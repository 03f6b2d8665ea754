package org.defcore.capability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of servers that have a name here. */
public enum Kind {
  VIRTUAL_MACHINE,
  /** A whole user space on its host's kernel: LXC, LXD, OpenVZ. */
  SYSTEM_CONTAINER,
  /** A Solaris or illumos zone. */
  ZONE,
  BARE_METAL;

  /** The word as files write it: {@code system-container}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Kind> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Every word, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "));
  }
}
