package org.defcore.cli.guideline;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.defcore.cli.options.EnumOption;
import org.defcore.cli.options.OutputOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says who reads a list of tests. */
final class TestsOutput {

  private enum Form {
    TABLE,
    LOAD_LIST,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Form form = Form.TABLE;

  @Option(
      names = "--output",
      paramLabel = "table|load-list|json",
      defaultValue = "table",
      description =
          "Form of the output; table and load-list have one test per line, name[id-...], which"
              + " from-list and RefStack's client read. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  void print(PrintWriter out, Supplier<List<String>> lines, Supplier<?> value) {
    switch (form) {
      case TABLE, LOAD_LIST -> lines.get().forEach(it -> out.print(it + "\n"));
      case JSON -> out.print(OutputOption.pretty(value.get()) + "\n");
    }
    out.flush();
  }
}
