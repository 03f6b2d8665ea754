package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.defcore.http.UnexpectedAnswer;

/** Creates through the ledger, and removes in reverse order whatever the test's outcome. */
public final class Cleanup {

  private final Ledger ledger;
  private final Function<Role, Janitor> janitors;
  private final Leaks leaks;
  private final Deque<Step> steps = new ArrayDeque<>();

  /**
   * A removal to come.
   *
   * @param late how long what it removes may take to show up
   */
  private record Step(Ledger.Entry entry, Duration late) {}

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
    Ledger.Entry intent = new Ledger.Entry(Role.MEMBER, kind, name, Optional.empty());
    ledger.intend(intent);
    steps.push(new Step(intent, Janitor.LATE));
    T made = answered(intent, call);
    Ledger.Entry created = new Ledger.Entry(Role.MEMBER, kind, name, Optional.of(id.apply(made)));
    ledger.created(created);
    replaceLast(created);
    return made;
  }

  /** What an answer says is over: only a request without one may still be under way. */
  private <T> T answered(Ledger.Entry intent, Supplier<T> call) {
    try {
      return call.get();
    } catch (UnexpectedAnswer e) {
      if (e.status() < 500) {
        replaceLast(intent);
      }
      throw e;
    }
  }

  private void replaceLast(Ledger.Entry entry) {
    steps.pop();
    steps.push(new Step(entry, Duration.ZERO));
  }

  /** Says that the test itself removed the resource and saw it gone. */
  public void removed(ResourceKind kind, String id) {
    steps.stream()
        .filter(it -> it.entry().kind() == kind && it.entry().id().filter(id::equals).isPresent())
        .findFirst()
        .ifPresent(
            it -> {
              steps.remove(it);
              ledger.deleted(it.entry());
            });
  }

  /** Removes what is left, each step whatever became of the one before; what stays is a leak. */
  void runAll() {
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      Ledger.Entry entry = step.entry();
      try {
        janitors.apply(entry.role()).remove(entry, step.late());
        ledger.deleted(entry);
      } catch (RuntimeException | Error e) {
        leaks.add(entry, e);
      }
    }
  }
}
