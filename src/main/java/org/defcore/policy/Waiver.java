package org.defcore.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * A decision of the board that a test need not pass for some time.
 *
 * @param holder name of the product or cloud that it is granted to; absent if to all
 * @param guidelines ids of the guidelines that it applies to, sorted; empty if to all
 * @param from the first day on which it is in force
 * @param until the last day on which it is in force
 */
public record Waiver(
    Scope scope,
    Optional<String> holder,
    List<String> guidelines,
    String reason,
    String grantedBy,
    LocalDate from,
    LocalDate until)
    implements Comparable<Waiver> {

  private static final Comparator<Waiver> ORDER =
      Comparator.comparing((Waiver it) -> it.scope().words())
          .thenComparing(Waiver::from)
          .thenComparing(Waiver::until)
          .thenComparing(it -> it.holder().orElse(""))
          .thenComparing(it -> String.join(",", it.guidelines()))
          .thenComparing(Waiver::grantedBy)
          .thenComparing(Waiver::reason);

  public Waiver {
    guidelines = guidelines.stream().distinct().sorted().toList();
  }

  /** The kind of a scope. */
  public enum Extent {
    /** One test, in every capability. */
    TEST,
    /** Every test of a capability, in that capability only. */
    CAPABILITY;

    /** The word as files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The tests that are waived.
   *
   * @param name a test's id, without {@code id-}, or the name of a capability
   */
  public record Scope(Extent extent, String name) {

    public static Scope of(TestId test) {
      return new Scope(Extent.TEST, test.toString());
    }

    public static Scope ofCapability(String name) {
      return new Scope(Extent.CAPABILITY, name);
    }

    /** Returns whether the scope has that test in that capability. */
    public boolean covers(Optional<TestId> test, String capability) {
      return switch (extent) {
        case TEST -> test.map(TestId::toString).filter(name::equals).isPresent();
        case CAPABILITY -> name.equals(capability);
      };
    }

    /** {@code capability compute-servers-create} */
    public String words() {
      return extent.word() + " " + name;
    }
  }

  /** Returns whether the waiver is in force on that day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** {@code capability compute-servers-create, by the board, until 2026-12-31: reason} */
  public String words() {
    return "%s, by %s, until %s: %s".formatted(scope.words(), grantedBy, until, reason);
  }

  @Override
  public int compareTo(Waiver other) {
    return ORDER.compare(this, other);
  }
}
