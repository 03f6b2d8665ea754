package org.defcore.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.http.message.Recording;
import org.jspecify.annotations.Nullable;

/** The shared fixtures of a run, each made once; closing this removes them. */
final class SharedFixtures implements AutoCloseable {

  private final TestBed bed;
  private final Map<Class<?>, Made> all = new HashMap<>();
  private final Map<Class<?>, Object> locks = new ConcurrentHashMap<>();
  private final Deque<Removal> removals = new ArrayDeque<>();

  /** Outcome of making a fixture. */
  private sealed interface Made permits Ready, Broken {}

  private record Ready(Object value) implements Made {}

  private record Broken(Throwable cause) implements Made {}

  /** Pending clean-up of a shared fixture, whether or not it could be made. */
  private record Removal(String fixture, Cleanup cleanup, Recording recording, int atEnd) {

    Evidence evidence() {
      return new Evidence(fixture, recording.exchanges(), atEnd);
    }
  }

  SharedFixtures(TestBed bed) {
    this.bed = bed;
  }

  /**
   * The fixture of that class; made if it is asked for the first time.
   *
   * @throws FixtureFailed if it could not be made, now or earlier
   */
  <T> T get(SharedFixture<T> fixture) {
    synchronized (locks.computeIfAbsent(fixture.getClass(), it -> new Object())) {
      Made made = known(fixture.getClass());
      if (made == null) {
        made = make(fixture);
        remember(fixture.getClass(), made);
      }
      if (made instanceof Ready ready) {
        // Kept under the fixture's own class, so it is what that class makes.
        @SuppressWarnings("unchecked")
        T value = (T) ready.value();
        return value;
      }
      Throwable cause = ((Broken) made).cause();
      if (cause instanceof RunCancelled cancelled) {
        throw cancelled;
      }
      throw new FixtureFailed(fixture.title(), cause);
    }
  }

  private <T> Made make(SharedFixture<T> fixture) {
    Recording recording = new Recording();
    Cleanup cleanup = bed.cleanup(recording);
    try {
      return new Ready(fixture.make(new Cloud(bed, recording), cleanup, bed.poll()));
    } catch (RuntimeException | AssertionError e) {
      return new Broken(e);
    } finally {
      String name = fixture.getClass().getSimpleName();
      Removal removal = new Removal(name, cleanup, recording, recording.exchanges().size());
      synchronized (removals) {
        removals.push(removal);
      }
      bed.keep(removal.evidence());
    }
  }

  private @Nullable Made known(Class<?> type) {
    synchronized (all) {
      return all.get(type);
    }
  }

  private void remember(Class<?> type, Made made) {
    synchronized (all) {
      all.put(type, made);
    }
  }

  /** Removes the last made first; all removals are begun before one is waited for. */
  @Override
  public void close() {
    synchronized (removals) {
      try {
        removals.forEach(it -> it.cleanup().beginAll(TestEnd.PASSED));
      } finally {
        while (!removals.isEmpty()) {
          Removal removal = removals.pop();
          removal.cleanup().runAll(TestEnd.PASSED);
          bed.keep(removal.evidence());
        }
      }
    }
  }
}
