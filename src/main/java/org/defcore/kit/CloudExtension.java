package org.defcore.kit;

import org.junit.jupiter.api.extension.Extension;

/** Hands a test its {@link Cloud}, {@link Cleanup} and {@link Poll}, and cleans up afterwards. */
final class CloudExtension implements Extension {}
