package org.defcore.declaration.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.declaration.Declarations;
import org.defcore.report.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds the published schema to what the reader takes and refuses, on files as any tool loads them.
 */
class DeclarationSchemaTest {

  private final Schema schema = new Schema("declaration.json");

  @ParameterizedTest
  @MethodSource("org.defcore.declaration.Declarations#samples")
  void takesThePublishedSamples(Path sample) throws IOException {
    assertThat(problems(Files.readString(sample))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: virtual-machine => kind: unikernel",
        "min: \"2.1\", max: \"2.93\" => min: 2.1, max: 2.100",
        "release: Zed => release: 2023.1",
        "version: \"1.2\" => version: 1.2",
        "ipv6: true => ipv6: false",
        "drivers: [libvirt] => drivers: []",
        "designated_sections:\n  - {project: nova, section: API, state: unmodified}\n  - {project: swift, section: proxy, state: modified, note: faster} => designated_sections: []"
      })
  void takesWhatTheReaderTakes(String change) throws IOException {
    String[] sides = change.split(" => ", 2);
    String text = Declarations.with(sides[0], sides[1]);

    assertThat(Declarations.read(text)).isNotNull();
    assertThat(problems(text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.defcore.declaration.Declarations#broken")
  void refusesWhatTheReaderRefuses(String text, List<String> ignored) throws IOException {
    assertThat(problems(text)).as("where the reader says %s", ignored).isNotEmpty();
  }

  @Test
  void isClosedAndDescribed() throws IOException {
    schema.assertClosedAndDescribed();
  }

  private List<String> problems(String text) throws JsonProcessingException {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return schema.problems(new ObjectMapper().writeValueAsString(loaded));
  }
}
