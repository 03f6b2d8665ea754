package org.defcore.signature;

/**
 * A file of keys or of a signature that cannot be used; one line saying where, what, and what to
 * do.
 */
public final class SshKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SshKeyException(String message) {
    super(message);
  }
}
