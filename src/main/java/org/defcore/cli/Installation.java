package org.defcore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueReader;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.defcore.policy.Policy;
import org.defcore.policy.PolicyReader;
import org.defcore.runner.SuiteIndex;

/**
 * Where the program's own files are, and the surroundings that it was started in.
 *
 * @param home folder that holds {@code guidelines/} and {@code capabilities/}
 * @param work folder that relative paths start from
 * @param environment variables of the process
 */
record Installation(Path home, Path work, Map<String, String> environment) {

  Installation {
    environment = Map.copyOf(environment);
  }

  /** The installation that {@code bin/defcore} started, or the source tree one stands in. */
  static Installation current() {
    Path work = Path.of("").toAbsolutePath();
    String home = System.getProperty("defcore.home", work.toString());
    return new Installation(Path.of(home), work, System.getenv());
  }

  /** Version of the program, as built. */
  static String version() {
    String version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  GuidelineSchema schemas() {
    return new GuidelineSchema(home.resolve("guidelines").resolve("schema"));
  }

  GuidelineLibrary guidelines() {
    return new GuidelineLibrary(List.of(home.resolve("guidelines")));
  }

  /** The policy that goes where no other is named. */
  Policy policy() {
    return new PolicyReader().read(home.resolve("guidelines").resolve("policy.yaml"));
  }

  /** The catalogue, with the claims of the tests that the suite has as their titles. */
  Catalogue catalogue() {
    return SuiteIndex.read().titled(new CatalogueReader().read(home.resolve("capabilities")));
  }

  /** The folder of scoring worksheets, one a guideline. */
  Path scoring() {
    return home.resolve("capabilities").resolve("scoring");
  }

  /** The user's home folder, where a shell would find it. */
  Path userHome() {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home);
  }
}
