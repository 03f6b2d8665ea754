package org.defcore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.Environment;
import org.defcore.foreign.ForeignFile;
import org.defcore.foreign.ImportedResults;
import org.defcore.guideline.list.KnownTests;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.kit.LedgerContent;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;
import org.defcore.result.SmallRun;

/** Files that people write, or that come with a stranger's run. */
final class FuzzedFiles {

  private static final Path DIR = temporary();
  private static final byte[] INTENT =
      "\n{\"event\":\"intent\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"the-last\"}\n"
          .getBytes(StandardCharsets.US_ASCII);

  private FuzzedFiles() {}

  private static Path temporary() {
    try {
      Path dir = Files.createTempDirectory("fuzz");
      SmallRun.in(dir.resolve("run"));
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever stands before it, the last line counts. */
  static void ledger(byte[] input) throws IOException {
    Path file = DIR.resolve("ledger.jsonl");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input);
    all.write(INTENT);
    Files.write(file, input);
    LedgerContent.read(file);
    Files.write(file, all.toByteArray());
    assertThat(LedgerContent.read(file).open())
        .anyMatch(it -> it.entry().name().equals("the-last"));
  }

  /** Lines that are no outcomes are read past. */
  static void outcomes(byte[] input) throws IOException {
    Path run = DIR.resolve("run");
    Files.write(run.resolve("outcomes.jsonl"), input);
    assertThat(RunFolder.of(run).record().results()).isNotEmpty();
  }

  /** Results of other tools are read or refused in one line. */
  static void results(byte[] input) throws IOException {
    ForeignFile reading = new ForeignFile();
    try {
      reading.read(Files.write(DIR.resolve("results"), input), "results");
      KnownTests known = new KnownTests(List.of(), Map.of());
      ImportedResults results = ImportedResults.of(reading.sources(), known, it -> "");
      assertThat(results.unmatched()).isNotEmpty();
    } catch (RunException e) {
      assertThat(e.getMessage().lines()).hasSize(1);
    }
  }

  static void guideline(byte[] input) {
    GuidelineReader.Inspection read = new GuidelineReader().inspect(input);
    assertThat(read.guideline().isPresent() || !read.findings().isEmpty()).isTrue();
  }

  static void clouds(byte[] input) throws IOException {
    Path file = Files.write(DIR.resolve("clouds.yaml"), input);
    Environment here = Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), DIR, DIR);
    for (Optional<String> name : List.of(Optional.<String>empty(), Optional.of("a"))) {
      try {
        new CloudConfigs(here).load(name);
      } catch (CloudException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
