package org.defcore.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates through the ledger, and removes in reverse order whatever the test's outcome. */
public final class Cleanup {

  private final Ledger ledger;
  private final Function<Role, Janitor> janitors;
  private final Leaks leaks;
  private final Deque<Ledger.Entry> entries = new ArrayDeque<>();

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
    entries.push(intent);
    T made = call.get();
    Ledger.Entry created = new Ledger.Entry(Role.MEMBER, kind, name, Optional.of(id.apply(made)));
    ledger.created(created);
    entries.pop();
    entries.push(created);
    return made;
  }

  /** Says that the test itself removed the resource and saw it gone. */
  public void removed(ResourceKind kind, String id) {
    entries.stream()
        .filter(it -> it.kind() == kind && it.id().filter(id::equals).isPresent())
        .findFirst()
        .ifPresent(
            it -> {
              entries.remove(it);
              ledger.deleted(it);
            });
  }

  /** Removes what is left, each step whatever became of the one before; what stays is a leak. */
  void runAll() {
    while (!entries.isEmpty()) {
      Ledger.Entry entry = entries.pop();
      try {
        janitors.apply(entry.role()).remove(entry);
        ledger.deleted(entry);
      } catch (RuntimeException | AssertionError e) {
        leaks.add(entry, e);
      }
    }
  }
}
