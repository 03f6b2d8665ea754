package org.defcore;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Errors say by their type how to react to them. */
@AnalyzeClasses(packages = "org.defcore", importOptions = DoNotIncludeTests.class)
class UnspecificErrorsTest {

  @ArchTest
  static final ArchRule nothingThrowsTheUnspecific =
      noClasses()
          .that()
          .areNotAssignableTo(Throwable.class)
          .should()
          .callConstructorWhere(
              target(
                  owner(
                      type(RuntimeException.class)
                          .or(type(Exception.class))
                          .or(type(Error.class)))));

  @ArchTest
  static final ArchRule nobodyDeclaresTheUnspecific =
      noCodeUnits().should().declareThrowableOfType(RuntimeException.class);
}
