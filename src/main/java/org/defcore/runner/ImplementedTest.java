package org.defcore.runner;

import java.lang.reflect.Method;
import org.defcore.guideline.TestId;
import org.defcore.kit.StartHint;

/**
 * A test of the suite, as its annotation declares it.
 *
 * @param method what the JUnit Platform is to launch
 */
public record ImplementedTest(TestId id, String claim, StartHint start, Method method) {}
