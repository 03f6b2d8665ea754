package org.defcore.kit;

import java.util.function.Function;
import java.util.function.Supplier;

/** Creates through the ledger, and removes in reverse order whatever the test's outcome. */
public final class Cleanup {

  Cleanup() {}

  /**
   * Runs a create call with the intent written to the ledger before it, and its removal arranged.
   *
   * @param name unique in the run, {@link Cloud#uniqueName}: by it the resource is found if the
   *     answer never came
   * @param id the id in the answer
   */
  public <T> T create(
      ResourceKind kind, String name, Supplier<T> call, Function<? super T, String> id) {
    throw new UnsupportedOperationException();
  }

  /** Says that the test itself removed the resource and saw it gone. */
  public void removed(ResourceKind kind, String id) {
    throw new UnsupportedOperationException();
  }
}
