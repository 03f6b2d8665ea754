package org.defcore.kit;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Resources that a run could not remove. A leak never changes the outcome of a test. */
public final class Leaks {

  /**
   * One resource that may still be in the cloud.
   *
   * @param why what came back when it was to be removed, in the cloud's words
   */
  public record Leak(Ledger.Entry entry, String why) {}

  private final Queue<Leak> all = new ConcurrentLinkedQueue<>();

  void add(Ledger.Entry entry, Throwable cause) {
    all.add(new Leak(entry, Optional.ofNullable(cause.getMessage()).orElse(cause.toString())));
  }

  /** In the order in which they were found. */
  public List<Leak> all() {
    return List.copyOf(all);
  }
}
