package org.defcore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that were found to do harm, or are near to such; the fuzzer goes on from them. */
@Timeout(60)
class KnownBadInputsTest {

  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  @ParameterizedTest
  @EnumSource
  void everyReaderTakesThem(FuzzTarget target) throws IOException {
    List<Path> inputs;
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.word()))) {
      inputs = files.sorted().toList();
    }

    assertThat(inputs).hasSizeGreaterThan(3);
    for (Path input : inputs) {
      target.read(Files.readAllBytes(input));
    }
  }
}
