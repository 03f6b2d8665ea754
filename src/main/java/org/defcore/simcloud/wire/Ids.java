package org.defcore.simcloud.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers in the forms that the services use: fresh ones, and fixed ones of built-in things.
 */
public final class Ids {

  private Ids() {}

  public static String request() {
    return "req-" + UUID.randomUUID();
  }

  /** The second half is the time, as everybody can read who knows it. */
  public static String transaction(Instant now) {
    return "tx%s-%010x".formatted(hex32().substring(0, 21), now.getEpochSecond());
  }

  public static String uuid() {
    return UUID.randomUUID().toString();
  }

  public static String hex32() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** An identifier that a thing has in every simulated cloud. */
  public static String builtIn(String thing) {
    byte[] seed = ("simulated " + thing).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  public static String builtInHex(String thing) {
    return builtIn(thing).replace("-", "");
  }
}
