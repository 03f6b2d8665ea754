package org.defcore.cli.options;

import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Output that can be a page for a browser, too. */
public final class PageOutput extends FormedOutput<PageOutput.Form> {

  enum Form {
    TABLE,
    JSON,
    HTML
  }

  /** One content in all forms; only what is asked for is made. */
  public record Texts(Supplier<String> table, Supplier<String> json, Supplier<String> html) {}

  public PageOutput() {
    super(Form.class, Form.TABLE);
  }

  @Option(
      names = {"-f", FORMAT},
      paramLabel = "table|json|html",
      description = "Format of the output. Default: from the extension of --out, else table.")
  void format(String word) {
    choose(FORMAT, word);
  }

  /**
   * Prints or writes the text in the form that is asked for.
   *
   * @param what it is called in the line that says where it is
   * @param work folder that a relative path starts from
   * @return whether it went to a file
   */
  public boolean write(Texts texts, String what, Path work) {
    String text =
        switch (form()) {
          case TABLE -> texts.table().get();
          case JSON -> texts.json().get();
          case HTML -> texts.html().get();
        };
    return write(text, what, work);
  }
}
