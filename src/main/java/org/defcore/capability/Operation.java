package org.defcore.capability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Operations on servers that not every kind of compute supports. */
public enum Operation {
  /** An image made of a server ({@code createImage}). */
  CREATE_IMAGE,
  REBOOT_SOFT,
  /** A restart by a power cycle, or its equivalent. */
  REBOOT_HARD,
  REBUILD,
  /** A change of flavor that is confirmed or reverted. */
  RESIZE,
  STOP_START,
  SUSPEND,
  /** A change of the password from outside ({@code changePassword}). */
  CHANGE_PASSWORD,
  /** A volume attached to a running server and detached again. */
  ATTACH_VOLUME,
  /** A login into the guest by SSH. */
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
