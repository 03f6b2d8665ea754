package org.defcore.client.compute;

/** A query parameter of the server lists. */
public record ServerFilter(String name, String value) {

  public static ServerFilter by(String name, Object value) {
    return new ServerFilter(name, value.toString());
  }
}
