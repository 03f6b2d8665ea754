package org.defcore.cli.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.FormedOutput;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.store.CloudHistories;
import org.defcore.report.Templates;
import org.defcore.report.store.CloudHistory;
import org.defcore.report.store.HistoryPage;
import org.defcore.store.CloudRuns;
import org.defcore.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code defcore store history CLOUD}: one cloud over time. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Show the runs of one cloud over time, and the tests that failed, were flaky or blocked, or"
          + " ended in an error in any of them.",
      "A run judges a test that passed, was flaky or failed in it. The flake rate is the share of"
          + " these runs in which the test was flaky, or had passed before and failed now, or the"
          + " other way round, while the release of the product stayed the same."
    })
final class StoreHistoryCommand implements Callable<Integer> {

  /** Options for the form of the document and its file. */
  static final class Output extends FormedOutput<Output.Form> {

    enum Form {
      TABLE,
      JSON,
      CSV,
      HTML
    }

    Output() {
      super(Form.class, Form.TABLE);
    }

    @Option(
        names = {"-f", FORMAT},
        paramLabel = "table|json|csv|html",
        description =
            "Format of the output; csv has the tests, html is a page with charts. Default: from the extension of --out, else table.")
    void format(String word) {
      choose(FORMAT, word);
    }
  }

  private final Installation installation;
  @Mixin private StoreOptions place = new StoreOptions();
  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "CLOUD",
      description = "Name in clouds.yaml, name of the product, or identity endpoint.")
  private String cloud = "";

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region, where several have the same name.")
  private @Nullable String region;

  @Option(names = "--all", description = "Show the other tests as well.")
  private boolean all;

  StoreHistoryCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    CloudHistory history;
    try (Store store = place.open(installation)) {
      history =
          CloudHistories.of(
              store.cloud(
                  cloud,
                  Optional.ofNullable(region),
                  all ? CloudRuns.Tests.ALL : CloudRuns.Tests.TROUBLED));
    }
    String text =
        switch (output.form()) {
          case TABLE -> history.text();
          case JSON -> history.json();
          case CSV -> history.csv();
          case HTML -> Templates.render(new HistoryPage(history));
        };
    output.write(text, "history", installation.work());
    return ExitCode.CONFORMANT;
  }
}
