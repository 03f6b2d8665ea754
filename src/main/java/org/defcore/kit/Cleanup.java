package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.defcore.client.Identified;
import org.defcore.client.Wanted;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.resource.ResourceKind;

/**
 * Creates through the ledger, and removes in reverse order whatever the test's outcome. Safe for
 * use by many threads: that of a shared fixture may serve several tests.
 */
public final class Cleanup {

  /** The compute service puts it before the name of an image, for that of its volume's copy. */
  public static final String SNAPSHOT_OF = "snapshot for ";

  private final Ledger ledger;
  private final Function<Role, Janitor> janitors;
  private final Leaks leaks;
  private final Deque<Step> steps = new ArrayDeque<>();

  /** Something to be done at the end. */
  private sealed interface Step permits Removal, Begun, Afterwards {}

  /**
   * A removal to come.
   *
   * @param late how long from its beginning on what it removes may take to show up; empty if its
   *     creation was answered
   */
  private record Removal(Ledger.Entry entry, Optional<Supplier<Duration>> late) implements Step {

    boolean isOf(ResourceKind kind, String id) {
      return entry.kind() == kind && entry.id().filter(id::equals).isPresent();
    }
  }

  private record Afterwards(Consumer<TestEnd> action) implements Step {}

  /** A removal that the cloud has accepted. */
  private record Begun(Removal removal, List<String> ids) implements Step {

    /** Returns whether the answer to the creation was lost, and nothing has come of it so far. */
    boolean isUnseen() {
      return ids.isEmpty() && removal.entry().id().isEmpty() && removal.late().isPresent();
    }
  }

  Cleanup(Ledger ledger, Function<Role, Janitor> janitors, Leaks leaks) {
    this.ledger = ledger;
    this.janitors = janitors;
    this.leaks = leaks;
  }

  /**
   * Runs a create call of the ordinary user with the intent written to the ledger before it, and
   * its removal arranged.
   *
   * @param name unique in the run, {@link Cloud#uniqueName}: by it the resource is found if the
   *     answer never came
   * @param id the id in the answer
   */
  public <T> T create(
      ResourceKind kind, String name, Supplier<T> call, Function<? super T, String> id) {
    Removal intended = intend(new Ledger.Entry(Role.MEMBER, kind, name, Optional.empty()));
    T made = answered(intended, call);
    noteCreated(intended, id.apply(made));
    return made;
  }

  /**
   * As {@link #create}, for a call that gives nothing if it was refused. What bears the name all
   * the same is removed.
   */
  public <T> Optional<T> createUnlessRefused(
      ResourceKind kind, String name, Supplier<Optional<T>> call, Function<? super T, String> id) {
    Removal intended = intend(new Ledger.Entry(Role.MEMBER, kind, name, Optional.empty()));
    Optional<T> made = answered(intended, call);
    made.ifPresentOrElse(
        it -> noteCreated(intended, id.apply(it)), () -> replace(intended, intended.entry()));
    return made;
  }

  /** As {@link #create}, of what is asked for by its name and tells its id. */
  public <T extends Identified> T create(
      ResourceKind kind, Wanted wanted, Function<? super Wanted, T> call) {
    return create(kind, wanted.name(), () -> call.apply(wanted), Identified::id);
  }

  /** As {@link #createUnlessRefused}, of what is asked for by its name and tells its id. */
  public <T extends Identified> Optional<T> createUnlessRefused(
      ResourceKind kind, Wanted wanted, Function<? super Wanted, Optional<T>> call) {
    return createUnlessRefused(kind, wanted.name(), () -> call.apply(wanted), Identified::id);
  }

  private Removal intend(Ledger.Entry intent) {
    ledger.intend(intent);
    Removal intended = new Removal(intent, Optional.of(() -> Janitor.LATE));
    push(intended);
    return intended;
  }

  private void noteCreated(Removal intended, String id) {
    Ledger.Entry intent = intended.entry();
    Ledger.Entry created =
        new Ledger.Entry(intent.role(), intent.kind(), intent.name(), Optional.of(id));
    ledger.created(created);
    replace(intended, created);
  }

  /** Runs a call; only a request that was refused makes nothing any more. */
  private <T> T answered(Removal intended, Supplier<T> call) {
    try {
      return call.get();
    } catch (UnexpectedAnswer e) {
      // 408: whoever sent it may have handed the request on.
      if (e.status() >= 400 && e.status() < 500 && e.status() != 408) {
        replace(intended, intended.entry());
      }
      throw e;
    }
  }

  private void push(Step step) {
    synchronized (steps) {
      steps.push(step);
    }
  }

  private void replace(Removal intended, Ledger.Entry entry) {
    synchronized (steps) {
      steps.remove(intended);
      steps.push(new Removal(entry, Optional.empty()));
    }
  }

  /**
   * Arranges the removal of what a call made that made several things at once.
   *
   * @param name as the cloud has it
   */
  public void adopt(ResourceKind kind, String name, String id) {
    Ledger.Entry entry = new Ledger.Entry(Role.MEMBER, kind, name, Optional.of(id));
    ledger.created(entry);
    push(new Removal(entry, Optional.empty()));
  }

  /**
   * Arranges the removal of what a call to come makes beside what it promises, by its name, if the
   * call makes it.
   */
  public void expect(ResourceKind kind, String name) {
    Ledger.Entry entry = new Ledger.Entry(Role.MEMBER, kind, name, Optional.empty());
    ledger.intend(entry);
    push(new Removal(entry, Optional.empty()));
  }

  /**
   * Has something done when all that was created later is being removed. What it throws is thrown
   * when everything else is removed.
   */
  public void afterwards(Consumer<TestEnd> action) {
    push(new Afterwards(action));
  }

  /** Says that the test itself removed the resource and saw it gone. */
  public void removed(ResourceKind kind, String id) {
    taken(kind, id).map(Removal::entry).ifPresent(ledger::deleted);
  }

  /** Begins the removal of what is of no more use; that it is gone is seen at the end. */
  public void discard(ResourceKind kind, String id) {
    taken(kind, id)
        .flatMap(removal -> begin(removal, it -> it.beginById(removal.entry())))
        .ifPresent(this::push);
  }

  private Optional<Removal> taken(ResourceKind kind, String id) {
    synchronized (steps) {
      Optional<Removal> taken =
          steps.stream()
              .filter(Removal.class::isInstance)
              .map(Removal.class::cast)
              .filter(it -> it.isOf(kind, id))
              .findFirst();
      taken.ifPresent(steps::remove);
      return taken;
    }
  }

  /**
   * Removes what is left, each step whatever became of the one before; what stays is a leak. All
   * removals begin before the first is waited for: clouds are slow, but not one thing at a time.
   */
  void runAll(TestEnd ending) {
    if (isDone()) {
      return;
    }
    try {
      beginAll(ending);
    } finally {
      begun().forEach(this::confirm);
      runAll(ending);
    }
  }

  /** The first half of {@link #runAll}: several may begin before any of them waits. */
  void beginAll(TestEnd ending) {
    Deque<Begun> begun = new ArrayDeque<>();
    try {
      for (Optional<Step> step = pop(); step.isPresent(); step = pop()) {
        if (step.get() instanceof Removal removal) {
          begin(removal).ifPresent(begun::push);
        } else if (step.get() instanceof Begun earlier) {
          begun.push(earlier);
        } else if (step.get() instanceof Afterwards last) {
          last.action().accept(ending);
        }
      }
    } finally {
      begun.forEach(this::push);
    }
  }

  private List<Begun> begun() {
    synchronized (steps) {
      List<Begun> begun =
          steps.stream().filter(Begun.class::isInstance).map(Begun.class::cast).toList();
      steps.removeAll(begun);
      return begun;
    }
  }

  private boolean isDone() {
    synchronized (steps) {
      return steps.isEmpty();
    }
  }

  private Optional<Step> pop() {
    synchronized (steps) {
      return Optional.ofNullable(steps.poll());
    }
  }

  private Optional<Begun> begin(Removal removal) {
    return begin(
        removal,
        it -> it.begin(removal.entry(), removal.late().map(Supplier::get).orElse(Duration.ZERO)));
  }

  private Optional<Begun> begin(Removal removal, Function<Janitor, List<String>> first) {
    Ledger.Entry entry = removal.entry();
    try {
      return Optional.of(new Begun(removal, first.apply(janitors.apply(entry.role()))));
    } catch (RuntimeException | Error e) {
      leaks.add(entry, e);
      return Optional.empty();
    }
  }

  private void confirm(Begun begun) {
    Ledger.Entry entry = begun.removal().entry();
    if (begun.isUnseen()) {
      leaks.unseen(entry);
      return;
    }
    try {
      janitors.apply(entry.role()).confirm(entry.kind(), begun.ids());
      if (begun.ids().isEmpty() && entry.id().isEmpty()) {
        ledger.absent(entry);
      } else {
        ledger.deleted(entry);
      }
    } catch (RuntimeException | Error e) {
      leaks.add(entry, e);
    }
  }

  /**
   * Looks again for what lost requests may have made since.
   *
   * @param late how long one may still take, asked when it is looked for: what was waited for one
   *     was waited for all
   */
  void lookAgain(List<Leaks.Unseen> lost, Function<Leaks.Unseen, Duration> late) {
    lost.forEach(it -> push(new Removal(it.entry(), Optional.of(() -> late.apply(it)))));
    runAll(TestEnd.PASSED);
  }
}
