package org.defcore.capability;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Assumptions of a test about compute; a test is not applicable to a cloud that declares otherwise.
 *
 * @param operations that it uses
 * @param kinds to which it is applicable; empty for all
 */
public record Applicability(Set<Operation> operations, Set<Kind> kinds) {

  /** No assumptions. */
  public static final Applicability EVERYWHERE = new Applicability(Set.of(), Set.of());

  public Applicability {
    operations = ordered(Operation.class, operations);
    kinds = ordered(Kind.class, kinds);
  }

  private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> members) {
    Set<E> set = EnumSet.noneOf(type);
    set.addAll(members);
    return Collections.unmodifiableSet(set);
  }
}
