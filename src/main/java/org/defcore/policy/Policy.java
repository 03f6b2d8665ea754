package org.defcore.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.guideline.CanonicalJson;
import org.defcore.result.remark.RemarkKind;

/**
 * The decisions of a board. They never change the outcome of a test.
 *
 * @param mark the column that carries the mark
 * @param kinds of compute that may carry it
 * @param flakyAllowance number of flaky tests that may count as passed in a column; if there are
 *     more, none does
 * @param skippedAllowance number of skipped tests that may count as no failure in a column, {@link
 *     #ANY} if it does not matter; if there are more, none does
 * @param waivers sorted
 * @param window number of the latest approved guidelines that may carry the mark
 * @param remarks kinds of remarks that count as failures; none if remarks are noted only
 */
public record Policy(
    Mark mark,
    Set<Kind> kinds,
    int flakyAllowance,
    int skippedAllowance,
    List<Waiver> waivers,
    int window,
    Set<RemarkKind> remarks) {

  /** An allowance without a limit. */
  public static final int ANY = Integer.MAX_VALUE;

  /**
   * The defaults: the technical committee's resolution of 2015-12-11 requires virtual machines, and
   * two guidelines at a time carried the mark.
   */
  public static final Policy USUAL =
      new Policy(Mark.FULL, Set.of(Kind.VIRTUAL_MACHINE), 0, List.of(), 2);

  public Policy {
    Set<Kind> ordered = EnumSet.noneOf(Kind.class);
    ordered.addAll(kinds);
    kinds = Collections.unmodifiableSet(ordered);
    waivers = waivers.stream().distinct().sorted().toList();
    Set<RemarkKind> counting = EnumSet.noneOf(RemarkKind.class);
    counting.addAll(remarks);
    remarks = Collections.unmodifiableSet(counting);
  }

  /** A policy under which remarks are noted only, and a skipped test keeps a verdict open. */
  public Policy(Mark mark, Set<Kind> kinds, int flakyAllowance, List<Waiver> waivers, int window) {
    this(mark, kinds, flakyAllowance, 0, waivers, window, Set.of());
  }

  /** The same under which so many skipped tests may count as no failure. */
  public Policy skipping(int allowance) {
    return new Policy(mark, kinds, flakyAllowance, allowance, waivers, window, remarks);
  }

  /** The allowance of skipped tests as files write it. */
  public String skippedWords() {
    return skippedAllowance == ANY ? "any" : String.valueOf(skippedAllowance);
  }

  /** The same under which remarks of these kinds count as failures. */
  public Policy counting(Set<RemarkKind> counting) {
    return new Policy(mark, kinds, flakyAllowance, skippedAllowance, waivers, window, counting);
  }

  /**
   * {@code sha256:} and 64 hex digits over the content of the policy, see {@link CanonicalJson}.
   * Layout, comments and order of the file do not change it, nor do stated defaults.
   */
  public String contentHash() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("mark", mark.word());
    ArrayNode admitted = document.putArray("kinds");
    kinds.forEach(it -> admitted.add(it.word()));
    document.put("flaky_allowance", flakyAllowance);
    if (skippedAllowance > 0) {
      document.put("skipped_allowance", skippedWords());
    }
    document.put("window", window);
    ArrayNode given = document.putArray("waivers");
    waivers.forEach(it -> fill(given.addObject(), it));
    if (!remarks.isEmpty()) {
      ArrayNode counting = document.putArray("remarks");
      remarks.forEach(it -> counting.add(it.word()));
    }
    return CanonicalJson.hash(document);
  }

  private static void fill(ObjectNode node, Waiver waiver) {
    node.put(waiver.scope().extent().word(), waiver.scope().name());
    waiver.holder().ifPresent(it -> node.put("for", it));
    ArrayNode guidelines = node.putArray("guidelines");
    waiver.guidelines().forEach(guidelines::add);
    node.put("reason", waiver.reason());
    node.put("granted_by", waiver.grantedBy());
    node.put("from", waiver.from().toString());
    node.put("until", waiver.until().toString());
  }
}
