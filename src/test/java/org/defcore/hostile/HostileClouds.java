package org.defcore.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.hostile.Behaviour.Met;
import org.defcore.runner.SecretSearch;

/**
 * A program that meets all hostile behaviours, one after the other, and prints a line for each:
 * place, name, outcome, milliseconds, peak of the heap in MiB, reason.
 */
final class HostileClouds {

  /** Outcome of a behaviour by which a secret gets told. */
  static final String LEAK = "LEAK";

  /** Outcome of a behaviour that the program was not made for. */
  static final String CRASH = "CRASH";

  private static final long MIB = 1024 * 1024;
  private static final long LOW = 80 * MIB;
  private static final List<String> SECRETS =
      List.of(WireCall.TOKEN, HostileLogins.PASSWORD, HostileRuns.PASSWORD);

  private HostileClouds() {}

  static List<Behaviour> all() {
    return Stream.of(
            HostileBodies.all(),
            HostileHeads.all(),
            HostileConnections.all(),
            HostileLogins.all(),
            HostileLists.all(),
            HostileRuns.all())
        .flatMap(List::stream)
        .toList();
  }

  public static void main(String[] args) {
    for (Behaviour behaviour : all()) {
      if (args.length > 0 && !behaviour.place().matches(args[0])) continue;
      if (used() > LOW) {
        System.gc();
      }
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long from = System.nanoTime();
      Met met = meet(behaviour);
      Duration took = met.took().orElse(Duration.ofNanos(System.nanoTime() - from));
      System.out.println(
          String.join(
              "\t",
              behaviour.place(),
              behaviour.name(),
              met.outcome(),
              "" + took.toMillis(),
              met.took().isPresent() ? "" : "" + peak(),
              met.reason().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")));
    }
    // The simulated cloud may still wait for something.
    System.exit(0);
  }

  private static long used() {
    return heap().mapToLong(it -> it.getUsage().getUsed()).sum();
  }

  private static long peak() {
    return heap().mapToLong(it -> it.getPeakUsage().getUsed()).sum() / MIB;
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(it -> it.getType() == MemoryType.HEAP);
  }

  private static Met meet(Behaviour behaviour) {
    try {
      Met met = behaviour.trial().meet();
      boolean told = SECRETS.stream().anyMatch(SecretSearch.in(met.told())::finds);
      return told ? new Met(LEAK, met.reason(), "", met.took()) : met;
    } catch (Throwable e) {
      return new Met(CRASH, e + " " + e.getCause(), "", Optional.empty());
    }
  }
}
