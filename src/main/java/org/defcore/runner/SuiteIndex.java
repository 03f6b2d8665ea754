package org.defcore.runner;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.TestId;
import org.defcore.kit.Claim;
import org.defcore.kit.InteropTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The tests that the suite implements: read from the annotations in the code, never kept by hand.
 */
public final class SuiteIndex {

  private final Map<TestId, ImplementedTest> tests;

  private SuiteIndex(Map<TestId, ImplementedTest> tests) {
    this.tests = Collections.unmodifiableMap(tests);
  }

  /** The classes of the suite do not change while the program runs. */
  private static final class Whole {

    static final SuiteIndex SUITE = read("org.defcore.suite");

    private Whole() {}
  }

  /** The index of the whole suite, whose classes are looked through once. */
  public static SuiteIndex read() {
    return Whole.SUITE;
  }

  /**
   * Looks through the classes of a package and all below it.
   *
   * @throws IllegalStateException if two methods carry one id, or one makes no claim
   */
  static SuiteIndex read(String root) {
    Map<TestId, ImplementedTest> tests = new TreeMap<>();
    ReflectionSupport.findAllClassesInPackage(root, it -> true, it -> it.endsWith("Conformance"))
        .stream()
        .flatMap(
            it ->
                AnnotationSupport.findAnnotatedMethods(
                    it, InteropTest.class, HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .map(SuiteIndex::declared)
        .forEach(
            it -> {
              ImplementedTest other = tests.putIfAbsent(it.id(), it);
              if (other != null) {
                throw new IllegalStateException(
                    "two tests have the id "
                        + it.id()
                        + ": "
                        + it.method()
                        + ", "
                        + other.method());
              }
            });
    return new SuiteIndex(tests);
  }

  private static ImplementedTest declared(Method method) {
    InteropTest declared = method.getAnnotation(InteropTest.class);
    String claim =
        Optional.ofNullable(method.getAnnotation(Claim.class))
            .map(Claim::value)
            .orElseThrow(() -> new IllegalStateException(method + " lacks a claim"));
    return new ImplementedTest(TestId.of(declared.id()), claim, declared.start(), method);
  }

  public Optional<ImplementedTest> find(TestId id) {
    return Optional.ofNullable(tests.get(id));
  }

  public boolean has(TestId id) {
    return tests.containsKey(id);
  }

  /** Ordered by id. */
  public Collection<ImplementedTest> all() {
    return tests.values();
  }

  /** The claims of the tests, by id. */
  public Map<TestId, String> claims() {
    return tests.values().stream()
        .collect(Collectors.toUnmodifiableMap(ImplementedTest::id, ImplementedTest::claim));
  }

  /** Returns the catalogue with the claim of each implemented test as its title. */
  public Catalogue titled(Catalogue catalogue) {
    return catalogue.titled(claims());
  }
}
