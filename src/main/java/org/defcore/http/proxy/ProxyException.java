package org.defcore.http.proxy;

/** A variable names no proxy that can be used. The message is one line, without its value. */
public final class ProxyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ProxyException(String message) {
    super(message);
  }
}
