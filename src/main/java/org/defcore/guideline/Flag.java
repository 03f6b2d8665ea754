package org.defcore.guideline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The reason for which a guideline keeps a test but does not count it.
 *
 * @param code reason code of the guideline process ({@code D400} to {@code D406}); the four flags
 *     of 2015 have none
 */
public record Flag(Optional<String> code, String reason, String action, Optional<LocalDate> date) {}
