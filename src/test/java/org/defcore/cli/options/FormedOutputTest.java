package org.defcore.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a document and the file that it goes to. */
class FormedOutputTest {

  @TempDir private Path work;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plan --format yaml         | --format: expected one of table, json but found "yaml": see defcore plan --help
          score . --format yaml      | --format: expected one of table, json, csv but found "yaml": see defcore score --help
          compare a b -f yaml        | --format: expected one of table, json, html but found "yaml": see defcore compare --help
          guideline list --output xml| --output: expected one of table, json but found "xml": see defcore guideline list --help
          compare a b --out html     | --out: expected a file but found the format "html": use --format html: see defcore compare --help
          guideline lint x -o sarif  | --out: expected a file but found the format "sarif": use --format sarif: see defcore guideline lint --help
          guideline list -o l.html   | --out: no format of this command has the extension of "l.html": add --format table or json: see defcore guideline list --help
          """)
  void mistakeIsAnsweredInOneLine(String typed, String expected) {
    Said said = new Shell(work).run(typed.split(" ", -1));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).isEqualTo("defcore: " + expected);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void formFollowsFromTheExtensionUnlessItIsNamed() throws IOException {
    Shell shell = new Shell(work);

    Said said = shell.run("guideline", "tests", "2020.06", "-o", "tests.json");

    assertThat(said.out()).isEqualTo("tests: tests.json\n");
    assertThat(new ObjectMapper().readTree(shell.read("tests.json")).size()).isPositive();
    shell.run("guideline", "tests", "2020.06", "-f", "load-list", "-o", "tests.json");
    assertThat(shell.read("tests.json")).startsWith("tempest.");
    assertThat(shell.run("guideline", "list", "--output", "json").out()).startsWith("[");
  }
}
