package org.defcore.runner;

import java.util.Optional;
import org.defcore.capability.Need;

/**
 * A need of a plan.
 *
 * @param tests how many tests of the suite have it
 * @param judged absent if no cloud was asked
 */
public record NeedLine(Need need, int tests, Optional<Preconditions.Judged> judged) {}
