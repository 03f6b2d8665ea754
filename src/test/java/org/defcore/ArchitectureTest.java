package org.defcore;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.defcore.kit.Claim;
import org.defcore.kit.InteropTest;
import picocli.CommandLine;

/** The floors of the house: who may know whom, and which library belongs to whom. */
@AnalyzeClasses(packages = "org.defcore", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String SCHEMA = "dev.harrel.jsonschema..";
  private static final String YAML = "org.yaml.snakeyaml..";

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.defcore.(**)").should().beFreeOfCycles();

  // floor 0
  @ArchTest static final ArchRule services = sees("service");

  @ArchTest
  static final ArchRule guidelines = sees("guideline", JACKSON, SCHEMA, "com.sanctionco.jmail..");

  @ArchTest static final ArchRule yaml = sees("yaml", YAML);
  @ArchTest static final ArchRule signatures = sees("signature", "org.apache.sshd..");

  @ArchTest
  static final ArchRule catalogue = sees("capability", "service", "guideline", "yaml", YAML);

  @ArchTest static final ArchRule worksheets = sees("scoring", "guideline", "yaml", YAML);

  @ArchTest
  static final ArchRule policies =
      sees("policy", "guideline", "capability", "result", "yaml", YAML, JACKSON);

  @ArchTest static final ArchRule results = sees("result", "guideline", "http", JACKSON);

  @ArchTest
  static final ArchRule transport = sees("http", JACKSON, "org.apache.hc..", "org.slf4j..");

  @ArchTest
  static final ArchRule clouds =
      sees(
          "clouds",
          "service",
          "http",
          "result",
          "guideline",
          JACKSON,
          YAML,
          "org.openstack4j..",
          "org.slf4j..");

  // floor 1
  @ArchTest static final ArchRule clients = sees("client", "service", "http", "clouds", JACKSON);

  @ArchTest
  static final ArchRule kit =
      sees(
          "kit",
          "service",
          "client",
          "http",
          "clouds",
          "result",
          JACKSON,
          "org.openstack4j..",
          "org.apache.sshd..",
          "org.assertj..",
          "org.junit.jupiter..");

  // floor 2
  @ArchTest
  static final ArchRule suite =
      sees(
          "suite",
          "kit",
          "service",
          "client",
          "clouds",
          "http",
          "result",
          JACKSON,
          "org.assertj..");

  @ArchTest
  static final ArchRule contracts =
      sees("contract", "service", "guideline", "http", "result", JACKSON, SCHEMA, YAML);

  @ArchTest
  static final ArchRule declarations =
      sees("declaration", "service", "guideline", "capability", "result", "yaml", YAML);

  @ArchTest
  static final ArchRule explanations = sees("explain", "guideline", "capability", "http", JACKSON);

  // floor 3
  @ArchTest
  static final ArchRule verdicts = sees("verdict", "policy", "guideline", "capability", "result");

  @ArchTest
  static final ArchRule runner =
      sees(
          "runner",
          "service",
          "guideline",
          "capability",
          "result",
          "contract",
          "http",
          "clouds",
          "kit",
          "org.opentest4j..",
          "org.junit.platform..");

  @ArchTest
  static final ArchRule foreignResults =
      sees("foreign", "guideline", "capability", "result", "http.redact", "yaml", JACKSON, YAML);

  // floor 4
  @ArchTest
  static final ArchRule reports =
      sees(
          "report",
          "verdict",
          "scoring",
          "declaration",
          "explain",
          "policy",
          "guideline",
          "capability",
          "result",
          "http",
          JACKSON,
          YAML,
          "freemarker..");

  @ArchTest
  static final ArchRule bundles =
      sees("bundle", "verdict", "guideline", "result", "http", "signature", JACKSON);

  // floor 5
  @ArchTest
  static final ArchRule store =
      sees(
          "store",
          "bundle",
          "verdict",
          "guideline",
          "result",
          JACKSON,
          "org.jdbi..",
          "org.flywaydb..",
          "com.zaxxer.hikari..");

  // floor 6
  @ArchTest
  static final ArchRule useCases =
      sees(
          "desk",
          "store",
          "bundle",
          "report",
          "verdict",
          "runner",
          "foreign",
          "explain",
          "declaration",
          "scoring",
          "policy",
          "capability",
          "guideline",
          "kit",
          "clouds",
          "result",
          "http",
          "yaml",
          "signature",
          "simcloud",
          JACKSON);

  @ArchTest
  static final ArchRule useCasesSayNothing =
      noClasses()
          .that()
          .resideInAPackage(ours("desk"))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(type(PrintWriter.class).or(type(PrintStream.class)));

  // apart
  @ArchTest
  static final ArchRule simulatedCloud =
      sees(
          "simcloud",
          JACKSON,
          SCHEMA,
          YAML,
          "com.google.common..",
          "com.eatthepath.otp..",
          "org.eclipse.jetty..",
          "org.apache.sshd..",
          "org.slf4j..");

  @ArchTest static final ArchRule httpClient = only("org.apache.hc..", "http");
  @ArchTest static final ArchRule openstack4j = only("org.openstack4j..", "clouds", "kit");
  @ArchTest static final ArchRule ssh = only("org.apache.sshd..", "kit", "simcloud", "signature");
  @ArchTest static final ArchRule launcher = only("org.junit.platform..", "runner");
  @ArchTest static final ArchRule freemarker = only("freemarker..", "report");
  @ArchTest static final ArchRule sql = only("java.sql..", "store");
  @ArchTest static final ArchRule picocli = only("picocli..", "cli");
  @ArchTest static final ArchRule jetty = only("org.eclipse.jetty..", "simcloud");

  @ArchTest
  static final ArchRule onlyTheCommandLineTalksAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.defcore.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule onlyTheConsoleKnowsTheTerminal =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.defcore.cli.console.Console")
          .should()
          .callMethod(CommandLine.class, "getOut")
          .orShould()
          .callMethod(CommandLine.class, "getErr");

  @ArchTest
  static final ArchRule theLogPassesTheConsole =
      classes()
          .that()
          .haveSimpleName("Main")
          .should()
          .callMethod(System.class, "setErr", PrintStream.class);

  @ArchTest
  static final ArchRule everySuiteMethodIsATest =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Conformance")
          .and()
          .areNotPrivate()
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
          .should()
          .beAnnotatedWith(InteropTest.class)
          .andShould()
          .beAnnotatedWith(Claim.class);

  /**
   * A package may use itself, the JDK, JSpecify and those named: ours bare, others with their dots.
   */
  private static ArchRule sees(String owner, String... allowed) {
    Stream<String> others = Stream.of(allowed).map(it -> it.contains("..") ? it : ours(it));
    Stream<String> own = Stream.of("java..", "javax..", "org.jspecify..", ours(owner));
    return classes()
        .that()
        .resideInAPackage(ours(owner))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(own, others).toArray(String[]::new));
  }

  private static ArchRule only(String library, String... owners) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Arrays.stream(owners).map(ArchitectureTest::ours).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String ours(String name) {
    return "org.defcore." + name + "..";
  }
}
