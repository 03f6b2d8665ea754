package org.defcore.declaration.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.defcore.declaration.compare.Facts;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.result.Fact;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTemplateTest {

  @TempDir private Path folder;

  @Test
  void fillsInWhatWasObserved() {
    assertThat(DeclarationTemplate.of("acme", Facts.TRUE.list()))
        .startsWith("# Declaration of cloud 'acme', begun from what could be observed of it.\n")
        .contains(
            "\nformat: defcore-declaration/1\n",
            "\nrelease: \"Zed\"  # observed: compute 2.93, object-store 2.30\n",
            "\n  - service: compute  # observed: GET /catalogue.types\n",
            "\n    microversions: {min: \"2.1\", max: \"2.93\"}"
                + "  # observed: GET /compute.microversion.max\n",
            "\n  architectures: [amd64]  # observed: GET /image.property.architecture\n",
            "\n  image_formats: [qcow2, raw]  # observed: GET /image.disk-formats\n",
            "\n  ipv6: true  # observed: GET /network.subnet.ipv6.count\n",
            "\n  implementation: Swift  # observed: GET /object-store.swift.version\n",
            "\n  version: \"2.30.1\"  # observed: GET /object-store.swift.version\n");
  }

  @Test
  void whatIsLeftArePlaceholdersThatTheReaderNames() throws IOException {
    assertThat(problems(DeclarationTemplate.of("acme", Facts.TRUE.list())))
        .hasSizeGreaterThan(20)
        .allMatch(
            it ->
                it.matches("d.yaml:\\d+: [a-z_]+: still the placeholder <.*>: write what is true"));
  }

  @Test
  void listsThatItCallsEmptyWhereThereIsNothingAreTakenEmpty() throws IOException {
    Pattern offered = Pattern.compile("(?m)(^ *# .*\\[\\] if .*\n( *)(\\w+):)\n(\\2 +.*\n)+");
    String draft = DeclarationTemplate.of("acme", Facts.TRUE.list());
    List<String> keys = offered.matcher(draft).results().map(it -> it.group(3)).distinct().toList();
    String emptied = offered.matcher(draft).replaceAll("$1 []\n");

    assertThat(keys)
        .containsExactly(
            "patches", "drivers", "not_offered", "policies_off", "designated_sections");
    assertThat(emptied).contains("\ndesignated_sections: []\n");
    assertThat(problems(emptied))
        .isNotEmpty()
        .allMatch(it -> it.contains("still the placeholder <"))
        .noneMatch(it -> keys.stream().anyMatch(it::contains))
        .noneMatch(it -> it.contains("project: still the placeholder <upstream project>"));
  }

  @Test
  void aCloudThatToldNothingLeavesNothingButPlaceholders() throws IOException {
    String draft = DeclarationTemplate.of("acme", Facts.none().list());

    assertThat(draft)
        .contains("  - service: identity\n")
        .doesNotContain("observed:", "compute:", "network:", "object_store:");
    assertThat(problems(draft)).allMatch(it -> it.contains("still the placeholder <"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.93, '', 'release: \"Zed\"'",
    "2.90, '', 'release: <OpenStack release, by name or number>'",
    "2.90, 3.68, 'release: \"Yoga\"  # observed: compute 2.90, volume 3.68'",
    "2.90, '', '# Observed: Xena or Yoga (compute 2.90).'",
    "2.93, 3.68, '# Observed: compute answers like Zed, volume like Yoga (compute 2.93, volume 3.68).'",
    "2.95, 3.70, 'release: <OpenStack release, by name or number>'",
    "2.93, 3.68, 'release: <OpenStack release, by name or number>'"
  })
  void nameTheReleaseOnlyIfNoOtherFits(String compute, String volume, String line) {
    Facts facts =
        Facts.TRUE
            .without("object-store.swift.version")
            .with("compute.microversion.max", compute)
            .with("volume.microversion.max", volume);

    assertThat(DeclarationTemplate.of("acme", facts.list())).contains("\n" + line);
  }

  @Test
  void wordsOfTheCloudCannotAddLines() {
    Fact hostile =
        new Fact("image.disk-formats", "qcow2]\nvendor: Evil [", "GET /v2/images\nvendor: Evil");
    Fact swift = new Fact("object-store.swift.version", "2\"\u0085vendor: Evil", "GET /info");

    for (String end : List.of("\n", "\r", "\u0085", "\u2028", "\u2029")) {
      Fact types =
          new Fact("catalogue.types", "compute object-store", "GET /" + end + "vendor: Evil");
      String draft = DeclarationTemplate.of("acme", List.of(hostile, types, swift));

      assertThat(draft.split("[\n\r\u0085\u2028\u2029]"))
          .contains("vendor: <who offers the product>")
          .noneMatch(it -> it.startsWith("vendor: Evil"));
    }
  }

  private List<String> problems(String draft) throws IOException {
    Path file = Files.writeString(folder.resolve("d.yaml"), draft);
    return Assertions.catchThrowableOfType(
            UnusableFile.class, () -> new DeclarationReader().read(file, "d.yaml"))
        .problems();
  }
}
