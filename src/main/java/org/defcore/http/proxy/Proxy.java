package org.defcore.http.proxy;

import java.util.Optional;

/**
 * One proxy. {@link #toString} hides the password.
 *
 * @param setting the variable that names it
 */
public record Proxy(String host, int port, Optional<Login> login, String setting) {

  /** A user of the proxy. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login";
    }
  }

  /** Host and port, without a user. */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
