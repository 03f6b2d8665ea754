package org.defcore.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.defcore.bundle.BundleRun;
import org.defcore.capability.Catalogue;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.defcore.result.RunFolder;
import org.defcore.result.RunSource;
import org.defcore.scoring.TextWorksheetReader;
import org.defcore.scoring.Worksheet;
import org.defcore.scoring.WorksheetReader;

/**
 * The program's own files, and the environment that it was started in.
 *
 * @param own files of the program
 * @param work folder that relative paths start from
 * @param environment variables of the process
 */
public record Installation(ProgramFiles own, Path work, Map<String, String> environment) {

  public Installation {
    environment = Map.copyOf(environment);
  }

  /** The installation that {@code bin/defcore} started, or the source tree one stands in. */
  public static Installation current() {
    Path work = Path.of("").toAbsolutePath();
    String home = System.getProperty("defcore.home", work.toString());
    return new Installation(new ProgramFiles(Path.of(home)), work, System.getenv());
  }

  /** Version of the program, as built. */
  public static String version() {
    String version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  public GuidelineSchema schemas() {
    return own.schemas();
  }

  public GuidelineLibrary guidelines() {
    return own.guidelines();
  }

  /** The catalogue, with the claims of the tests that the suite has as their titles. */
  public Catalogue catalogue() {
    return own.catalogue();
  }

  /** The clouds that the user has configured. */
  public CloudConfigs clouds() {
    return new CloudConfigs(surroundings());
  }

  /** A secret from a variable, else from whom the terminal asks; nothing if there is neither. */
  public Optional<String> secret(String variable, String question) {
    return Optional.ofNullable(environment.get(variable))
        .filter(it -> !it.isBlank())
        .or(() -> surroundings().terminal().apply(question));
  }

  private Environment surroundings() {
    return Environment.of(environment, work, userHome());
  }

  /**
   * An earlier run.
   *
   * @throws org.defcore.result.RunException if there is none in that folder
   */
  public RunFolder run(Path folder) {
    return RunFolder.of(work.resolve(folder));
  }

  /**
   * An earlier run, in a folder or in a bundle.
   *
   * @throws org.defcore.result.RunException if there is none in that folder
   * @throws org.defcore.bundle.BundleException if the file is no bundle, or damaged
   */
  public RunSource source(Path place) {
    Path whole = work.resolve(place);
    return Files.isRegularFile(whole) ? BundleRun.open(whole) : RunFolder.of(whole);
  }

  /** Reads a worksheet: YAML, or the published text form if the name ends in {@code .txt}. */
  public Worksheet worksheet(Path file) {
    Path whole = work.resolve(file);
    return file.toString().endsWith(".txt")
        ? TextWorksheetReader.read(whole, file.toString()).worksheet()
        : WorksheetReader.read(whole, file.toString());
  }

  /** The user's home folder, where a shell would find it. */
  Path userHome() {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home);
  }
}
