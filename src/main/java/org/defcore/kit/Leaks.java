package org.defcore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Resources that a run could not remove. A leak never changes the outcome of a test. */
public final class Leaks {

  /** The reason why a resource of a lost request may come yet. */
  public static final String UNSEEN =
      "nothing tells whether it was created: none of that name is there so far, and it may come late";

  /**
   * One resource that may still be in the cloud.
   *
   * @param why what came back when it was to be removed, in the cloud's words
   */
  public record Leak(Ledger.Entry entry, String why) {

    /** The leak as a line to print. */
    @Override
    public String toString() {
      String certainty = why.startsWith(UNSEEN) ? "may have been left behind" : "left behind";
      return certainty + ": " + entry + ": " + why;
    }
  }

  /**
   * A resource whose creation was not answered.
   *
   * @param at time of waits at which it was not there
   */
  record Unseen(Ledger.Entry entry, long at) {}

  private final Queue<Leak> all = new ConcurrentLinkedQueue<>();
  private final Queue<Unseen> unseen = new ConcurrentLinkedQueue<>();
  private final LongSupplier now;

  Leaks(LongSupplier now) {
    this.now = now;
  }

  void add(Ledger.Entry entry, Throwable cause) {
    all.add(new Leak(entry, Optional.ofNullable(cause.getMessage()).orElse(cause.toString())));
  }

  void unseen(Ledger.Entry entry) {
    unseen.add(new Unseen(entry, now.getAsLong()));
  }

  /** Gives what is to be looked for again, and forgets it. */
  List<Unseen> takeUnseen() {
    List<Unseen> taken = new ArrayList<>();
    for (Unseen one = unseen.poll(); one != null; one = unseen.poll()) {
      taken.add(one);
    }
    return taken;
  }

  /** In the order in which they were found; what may come yet is last. */
  public List<Leak> all() {
    return Stream.concat(all.stream(), unseen.stream().map(it -> new Leak(it.entry(), UNSEEN)))
        .toList();
  }
}
