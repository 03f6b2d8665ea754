package org.defcore.declaration.compare;

import org.defcore.declaration.compare.ComparedFact.Standing;
import org.defcore.result.Fact;

/** A declared fact that is to be compared. */
record DeclaredFact(String what, String declared) {

  ComparedFact matches(Fact fact, String why) {
    return compared(fact, Standing.MATCH, why);
  }

  ComparedFact contradicts(Fact fact, String why) {
    return compared(fact, Standing.MISMATCH, why);
  }

  /** There is an observation, but it does not decide. */
  ComparedFact undecided(Fact fact, String why) {
    return compared(fact, Standing.UNOBSERVABLE, why);
  }

  /** There is no observation. */
  ComparedFact unobservable(String why) {
    return new ComparedFact(what, declared, "", Standing.UNOBSERVABLE, "", why);
  }

  private ComparedFact compared(Fact fact, Standing standing, String why) {
    return new ComparedFact(what, declared, fact.value(), standing, fact.source(), why);
  }
}
