package org.defcore.capability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be done to a server in its life that not every kind of compute can do. */
public enum Operation {
  /** An image made of a server ({@code createImage}). */
  CREATE_IMAGE,
  REBOOT_SOFT,
  /** A restart by cutting the power, or what stands for it. */
  REBOOT_HARD,
  REBUILD,
  /** To another flavor, with the owner's consent or a way back. */
  RESIZE,
  STOP_START,
  SUSPEND,
  /** Another password from outside ({@code changePassword}). */
  CHANGE_PASSWORD,
  /** A volume into a running server, and out of it. */
  ATTACH_VOLUME,
  /** Somebody inside by SSH. */
  GUEST_LOGIN;

  /** The word as files write it: {@code create-image}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Operation> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Every word, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "));
  }
}
