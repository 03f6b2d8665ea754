package org.defcore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An answer to judge; whatever it lacks is an {@link UnexpectedAnswer} that names the call. */
public final class Answer {

  Answer() {}

  public int status() {
    throw new UnsupportedOperationException();
  }

  public Optional<String> header(String name) {
    throw new UnsupportedOperationException();
  }

  /** A header that has to be there. */
  public String requiredHeader(String name) {
    throw new UnsupportedOperationException();
  }

  public byte[] bytes() {
    throw new UnsupportedOperationException();
  }

  /** The body as JSON, whatever its shape. */
  public JsonNode json() {
    throw new UnsupportedOperationException();
  }

  /** The body bound strictly to a record ({@link StrictJson}). */
  public <T> T as(Class<T> shape) {
    throw new UnsupportedOperationException();
  }

  /** An {@link UnexpectedAnswer} about this answer, for checks that a record cannot express. */
  public UnexpectedAnswer unexpected(String expected, String found) {
    throw new UnsupportedOperationException();
  }
}
