package org.defcore.capability;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a test takes for granted of compute, so that a cloud which declares otherwise cannot be
 * asked.
 *
 * @param operations that it makes use of
 * @param kinds the only ones that it can be asked of; empty if it can be asked of any
 */
public record Applicability(Set<Operation> operations, Set<Kind> kinds) {

  /** Takes nothing for granted. */
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
