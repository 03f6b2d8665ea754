package org.defcore.http;

/** A request in the making. */
public final class Call {

  Call() {}

  /** Adds a query parameter, encoded here. */
  public Call query(String name, String value) {
    throw new UnsupportedOperationException();
  }

  public Call header(String name, String value) {
    throw new UnsupportedOperationException();
  }

  /** A JSON body: a record, a map or a {@code JsonNode}. */
  public Call json(Object body) {
    throw new UnsupportedOperationException();
  }

  /** A JSON body of another media type. */
  public Call json(Object body, String contentType) {
    throw new UnsupportedOperationException();
  }

  /** Any body, with its length or in chunks. */
  public Call bytes(byte[] body, String contentType, HttpRequest.Framing framing) {
    throw new UnsupportedOperationException();
  }

  /** Sends without a token. */
  public Call anonymous() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends, and takes an answer of any status.
   *
   * @throws NoAnswer if none came
   */
  public Answer send() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends, and takes exactly that status; 204, 205, 304 and answers to HEAD must have no body.
   *
   * @throws UnexpectedAnswer on any other status
   */
  public Answer expect(int status) {
    throw new UnsupportedOperationException();
  }
}
