package org.defcore.runner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Need;
import org.defcore.clouds.Session;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.kit.Role;
import org.defcore.kit.TestBed;

/** Small pieces that the tests of this package are made of. */
final class Chores {

  /** Long enough for anything that is to happen, never waited out. */
  static final Duration SOON = Duration.ofMinutes(3);

  private Chores() {}

  static TestId id(int number) {
    return TestId.of("00000000-0000-4000-8000-%012d".formatted(number));
  }

  static CatalogueEntry entry(int number, String service, List<String> names, Need... needs) {
    return new CatalogueEntry(
        id(number),
        names,
        service,
        "Title " + number + ".",
        Basis.API_CONTRACT,
        "",
        List.of(needs));
  }

  static GuidelineTest listed(int number, String name) {
    return new GuidelineTest(name, Optional.of(id(number)), List.of(), Optional.empty());
  }

  static GuidelineTest named(String name) {
    return new GuidelineTest(name, Optional.empty(), List.of(), Optional.empty());
  }

  static Capability capability(String name, GuidelineTest... tests) {
    return new Capability(name, "", "nova", false, List.of(), Optional.empty(), List.of(tests));
  }

  static Guideline guideline(Capability... capabilities) {
    Map<String, Capability> byName = new LinkedHashMap<>();
    for (Capability capability : capabilities) {
      byName.put(capability.name(), capability);
    }
    return new Guideline(
        "2030.01",
        "2.0",
        "sha256:00",
        "draft",
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        byName,
        Annex.NONE,
        List.of());
  }

  /** A bed without a cloud, for tests that need none. */
  static TestBed bed(Path folder) {
    return new TestBed(
        new TestBed.Settings(
            "run",
            new Poll(SOON, () -> false, Poll.Time.SYSTEM),
            new AtomicBoolean(),
            Optional.empty()),
        Map.<Role, Session>of(),
        List.of(),
        new Ledger(folder.resolve("ledger.jsonl"), Clock.systemUTC()),
        it -> {});
  }

  /** Waits until something is so that another thread or process sees to. */
  static void await(String what, java.util.function.BooleanSupplier condition) {
    new Poll(SOON, () -> false, Poll.Time.SYSTEM)
        .until(what, condition::getAsBoolean, Boolean::booleanValue);
  }
}
