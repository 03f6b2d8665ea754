package org.defcore.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.capability.Need;
import org.defcore.kit.room.Holding;
import org.defcore.kit.room.Room;

/**
 * The volumes and snapshots of a plan: shared fixtures stay for the whole run, and what tests make
 * for themselves takes turns in the room beside them.
 */
final class RoomPlan {

  static final Comparator<Holder> LEAST_FIRST =
      Comparator.comparing(it -> Holding.of(it.test().method()).volumes());

  /** The default quota of Cinder, which a run keeps even where there is more. */
  private static final Holding USUAL = new Holding(10, 10, 1000);

  /** The most boot volumes of a run at a time, snapshots of servers included. */
  private static final int MOST_BOOT_VOLUMES = 14;

  private final Holding bootVolume;
  private final Set<Class<?>> shared = new LinkedHashSet<>();
  private Holding largest = Holding.NONE;
  private Holding all = Holding.NONE;
  private int servers;
  private int tests;

  /**
   * @param bootVolume what each server takes to boot; nothing where flavors have disks
   */
  RoomPlan(Holding bootVolume) {
    this.bootVolume = bootVolume;
  }

  /** A test of the plan, and whether it may boot a server. */
  record Holder(ImplementedTest test, boolean boots) {}

  /** Adds a test, whether there is room or not. */
  void add(Holder holder) {
    Holding own = Holding.of(holder.test().method());
    List<Class<?>> fixtures = Holding.shared(holder.test().method()).toList();
    boolean boots = holder.boots() && !bootVolume.equals(Holding.NONE);
    shared.addAll(fixtures);
    largest = largest.max(own);
    all = all.plus(own);
    servers += boots ? 1 : 0;
    tests += boots || !fixtures.isEmpty() || !own.equals(Holding.NONE) ? 1 : 0;
  }

  /**
   * Adds a test if there is room for it beside those before it.
   *
   * @param lack says what is missing of a need; else nothing
   * @return what is missing
   */
  Optional<String> add(Holder holder, Function<Need, String> lack) {
    RoomPlan tried = new RoomPlan(bootVolume);
    tried.shared.addAll(shared);
    tried.largest = largest;
    tried.servers = servers;
    int before = tried.tests;
    tried.add(holder);
    Optional<String> missing =
        tried.tests == before
            ? Optional.empty()
            : needs(tried.fixed().plus(tried.largest)).stream()
                .map(lack)
                .filter(it -> !it.isEmpty())
                .findFirst();
    if (missing.isEmpty()) {
      add(holder);
    }
    return missing;
  }

  /** The number of tests that take room. */
  int tests() {
    return tests;
  }

  /** The most of each that the tests have at a time. */
  List<Need> needs() {
    return needs(fixed().plus(all.min(turns(USUAL.plus(booted())))));
  }

  /** Room for what the tests make for themselves, in what is left of the quota. */
  Room room(Holding left) {
    return new Room(turns(left.min(USUAL.plus(booted()))));
  }

  private Holding turns(Holding whole) {
    return whole.minus(fixed()).max(largest);
  }

  private Holding fixed() {
    return shared.stream().map(Holding::of).reduce(booted(), Holding::plus);
  }

  private Holding booted() {
    return Stream.generate(() -> bootVolume)
        .limit(Math.min(servers, MOST_BOOT_VOLUMES))
        .reduce(Holding.NONE, Holding::plus);
  }

  private static List<Need> needs(Holding holding) {
    return Stream.of(
            needs("volumes", holding.volumes()),
            needs("snapshots", holding.snapshots()),
            needs("gigabytes", holding.gigabytes()))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<Need> needs(String what, int number) {
    return number == 0 ? List.of() : List.of(new Need(Need.Kind.QUOTA, what + " " + number));
  }
}
