package org.defcore.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.foreign.PlantedSamples;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets in the results of other tools stay out of what everybody may read. */
class PlantedSecretsTest {

  @TempDir private Path work;

  private static Stream<String> samples() {
    return PlantedSamples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noSecretReachesThePublicTier(String file) throws IOException {
    Files.write(work.resolve(file), PlantedSamples.all().get(file));
    say("import", file, "--cloud-name", "acme", "--out", "run");
    say("bundle", "create", "run", "--out", "b.zip");
    say("bundle", "extract", "b.zip", "--tier", "public", "--out", "public.zip");

    assertThat(read("run/outcomes.jsonl")).contains("passed");
    assertThat(read("public.zip"))
        .contains("public/run/outcomes.jsonl", "passed")
        .doesNotContain(PlantedSamples.SECRET);
  }

  private String read(String file) throws IOException {
    return Files.readString(work.resolve(file), StandardCharsets.ISO_8859_1);
  }

  private void say(String... words) {
    Shell.Said said = new Shell(work).run(words);
    assertThat(said.code()).as(said.out() + said.err()).isNotEqualTo(2);
  }
}
