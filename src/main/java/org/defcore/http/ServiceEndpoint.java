package org.defcore.http;

import java.net.URI;
import java.util.function.Supplier;

/** One service of a cloud as one user sees it on behalf of one test: where calls start from. */
public final class ServiceEndpoint {

  /**
   * @param base as the catalogue gives it, with or without a trailing slash
   * @param token sent as {@code X-Auth-Token}; asked for at each call
   */
  public ServiceEndpoint(
      HttpTransport transport, Recording recording, URI base, Supplier<String> token) {
    throw new UnsupportedOperationException();
  }

  /**
   * A call to a path below the base.
   *
   * @param path empty, or from a slash on; taken as it is, so that {@code /images/} keeps its slash
   */
  public Call call(String method, String path) {
    throw new UnsupportedOperationException();
  }

  public Call get(String path) {
    return call("GET", path);
  }

  public Call post(String path) {
    return call("POST", path);
  }

  public Call put(String path) {
    return call("PUT", path);
  }

  public Call patch(String path) {
    return call("PATCH", path);
  }

  public Call delete(String path) {
    return call("DELETE", path);
  }

  public Call head(String path) {
    return call("HEAD", path);
  }

  /** The same service for the same user from another base. */
  public ServiceEndpoint at(URI base) {
    throw new UnsupportedOperationException();
  }

  /** The base, without a trailing slash. */
  public URI base() {
    throw new UnsupportedOperationException();
  }

  /**
   * The same service from above its version: everything from the first {@code /v<number>} segment
   * on is cut off, so that a prefix such as {@code /volume} survives.
   */
  public ServiceEndpoint unversioned() {
    throw new UnsupportedOperationException();
  }
}
