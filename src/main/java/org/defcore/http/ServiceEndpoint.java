package org.defcore.http;

import java.net.URI;
import java.util.regex.Pattern;
import org.defcore.http.message.PercentEncoding;
import org.defcore.http.message.Recording;

/** One service of a cloud as one user sees it on behalf of one test: where calls start from. */
public final class ServiceEndpoint {

  private static final Pattern VERSION_AND_REST = Pattern.compile("/v\\d+(\\.\\d+)?(/.*)?$");

  private final HttpTransport transport;
  private final Recording recording;
  private final URI base;
  private final TokenSource token;

  /**
   * @param base as the catalogue gives it, with or without a trailing slash
   * @param token sent as {@code X-Auth-Token}; asked for at each call
   */
  public ServiceEndpoint(
      HttpTransport transport, Recording recording, URI base, TokenSource token) {
    this.transport = transport;
    this.recording = recording;
    this.base = URI.create(base.toString().replaceFirst("/+$", ""));
    this.token = token;
  }

  /**
   * A call to a path below the base.
   *
   * @param path empty, or from a slash on; taken as it is, so that {@code /images/} keeps its
   *     slash; names in it are encoded by {@link PercentEncoding}
   */
  public Call call(String method, String path) {
    return new Call(this, method, path);
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
    return new ServiceEndpoint(transport, recording, base, token);
  }

  /** The base, without a trailing slash. */
  public URI base() {
    return base;
  }

  /**
   * The same service from above its version: everything from the first {@code /v<number>} segment
   * on is cut off, so that a prefix such as {@code /volume} survives.
   */
  public ServiceEndpoint unversioned() {
    return at(URI.create(VERSION_AND_REST.matcher(base.toString()).replaceFirst("")));
  }

  HttpTransport transport() {
    return transport;
  }

  Recording recording() {
    return recording;
  }

  TokenSource token() {
    return token;
  }
}
