package org.defcore.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.http.message.Recording;
import org.defcore.result.NeedUnmet;
import org.jspecify.annotations.Nullable;

/**
 * The shared fixtures of a run, each made once; closing this removes them. One that fails for a
 * reason that may pass is tried a second time before it blocks anybody.
 */
final class SharedFixtures implements AutoCloseable {

  private final TestBed bed;
  private final Map<Class<?>, Slot> all = new ConcurrentHashMap<>();
  private final Deque<Slot> begun = new ArrayDeque<>();

  /** Outcome of making a fixture. */
  private sealed interface Made permits Ready, Broken {}

  private record Ready(Object value) implements Made {}

  private record Broken(Throwable cause) implements Made {}

  /** One fixture with everything that was done for it; its lock is held while it is made. */
  private static final class Slot {

    private final String name;
    // A fixture claims nothing: what a vendor adds must not block the tests that share it.
    private final Recording recording = new Recording(Recording.Extras.NOTED);
    private final Cleanup cleanup;
    private @Nullable Made made;
    private int atEnd;

    Slot(Class<?> type, TestBed bed) {
      this.name = type.getSimpleName();
      this.cleanup = bed.cleanup(recording);
    }

    Evidence evidence() {
      return new Evidence(name, recording.exchanges(), atEnd);
    }
  }

  SharedFixtures(TestBed bed) {
    this.bed = bed;
  }

  /**
   * The fixture of that class; made if it is asked for the first time.
   *
   * @throws FixtureFailed if it could not be made, now or earlier
   * @throws NeedUnmet if the cloud lacks what it needs
   */
  <T> T get(SharedFixture<T> fixture) {
    Slot slot = all.computeIfAbsent(fixture.getClass(), it -> begin(it));
    synchronized (slot) {
      if (slot.made == null) {
        slot.made = make(fixture, slot);
      }
      if (slot.made instanceof Ready ready) {
        // Kept under the fixture's own class, so it is what that class makes.
        @SuppressWarnings("unchecked")
        T value = (T) ready.value();
        return value;
      }
      Throwable cause = ((Broken) slot.made).cause();
      if (cause instanceof RunCancelled cancelled) {
        throw cancelled;
      }
      if (cause instanceof NeedUnmet unmet) {
        throw unmet;
      }
      throw new FixtureFailed(fixture.title(), cause);
    }
  }

  private Slot begin(Class<?> type) {
    Slot slot = new Slot(type, bed);
    synchronized (begun) {
      begun.push(slot);
    }
    return slot;
  }

  private Made make(SharedFixture<?> fixture, Slot slot) {
    try {
      Made made = attempt(fixture, slot);
      if (made instanceof Broken broken && FixtureFailed.mayPass(broken.cause())) {
        slot.cleanup.runAll(TestEnd.BROKE);
        return attempt(fixture, slot);
      }
      return made;
    } finally {
      keep(slot);
    }
  }

  /** Fixtures go on to ask after they are made, so this is done at the end, too. */
  private void keep(Slot slot) {
    bed.keep(slot.evidence());
    slot.recording.extras().forEach(bed::note);
  }

  private Made attempt(SharedFixture<?> fixture, Slot slot) {
    try {
      return new Ready(fixture.make(new Cloud(bed, slot.recording), slot.cleanup, bed.poll()));
    } catch (RuntimeException | AssertionError e) {
      return new Broken(e);
    } finally {
      slot.atEnd = slot.recording.exchanges().size();
    }
  }

  /** Lets what could not be made be tried again by the next who asks for it. */
  void forgetFailures() {
    for (Slot slot : all.values()) {
      synchronized (slot) {
        if (slot.made instanceof Broken) {
          slot.cleanup.runAll(TestEnd.BROKE);
          slot.made = null;
        } else if (slot.made instanceof Ready ready
            && ready.value() instanceof FailureMemory memory) {
          memory.forgetFailures();
        }
      }
    }
  }

  /** Removes the last made first; all removals are begun before one is waited for. */
  @Override
  public void close() {
    List<Slot> lastFirst;
    synchronized (begun) {
      lastFirst = List.copyOf(begun);
      begun.clear();
    }
    try {
      lastFirst.forEach(it -> it.cleanup.beginAll(TestEnd.PASSED));
    } finally {
      for (Slot slot : lastFirst) {
        slot.cleanup.runAll(TestEnd.PASSED);
        keep(slot);
      }
    }
  }
}
