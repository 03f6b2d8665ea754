package org.defcore.cli.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.KeyOptions;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.ScsOptions;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.Monitor;
import org.defcore.desk.RunReports;
import org.defcore.report.run.ReportModel;
import org.defcore.report.scs.ScsReport;
import org.defcore.signature.SshKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore submit RUN}: the report of a run, signed, to a compliance monitor. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Sign the report of a run and send it to a compliance monitor of the Sovereign Cloud Stack.",
      "The API key of the account is taken from "
          + SubmitCommand.API_KEY
          + ", the passphrase of the",
      "key from " + KeyOptions.VARIABLE + "; else the terminal asks for them."
    })
final class SubmitCommand implements Callable<Integer> {

  static final String API_KEY = "DEFCORE_MONITOR_API_KEY";

  private static final Pattern LOCAL = Pattern.compile("localhost|127\\..*|\\[::1]");

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private ScsOptions scs = new ScsOptions();
  @Mixin private KeyOptions key = new KeyOptions();

  @Parameters(
      paramLabel = "RUN",
      description = "Folder or bundle of the run, or its id in the store.")
  private Path run = Path.of("");

  private URI monitor = URI.create("");

  private @Nullable String account;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "File with the API key of the account.")
  private @Nullable Path apiKeyFile;

  @Option(
      names = "--simulated",
      description = "Send the report of a simulated cloud, to try a monitor.")
  private boolean simulated;

  SubmitCommand(Installation installation) {
    this.installation = installation;
  }

  @Option(
      names = "--monitor",
      required = true,
      paramLabel = "URL",
      description = "Address of the compliance monitor.")
  void monitor(String url) {
    Optional<URI> address = address(url.endsWith("/") ? url : url + "/");
    monitor =
        address.orElseThrow(
            () ->
                refused(
                    "--monitor: expected an HTTP address without login and query but found another one"));
  }

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Account of the monitor. Default: the subject.")
  void account(String name) {
    // A colon would end the name in the header (RFC 7617, 2).
    if (name.isBlank() || name.indexOf(':') >= 0) {
      throw refused("--account: expected a name without a colon but found \"%s\"".formatted(name));
    }
    account = name;
  }

  private static Optional<URI> address(String url) {
    try {
      URI address = URI.create(url);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      boolean plain =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      return web && plain && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    String subject = scs.subject();
    ReportModel model;
    try (KeptRun kept = KeptRun.of(installation, store, run, console)) {
      model =
          new RunReports(installation, policy.board(installation))
              .report(kept.source(), kept.guideline(), kept.target());
    }
    if (model.run().simulated() && !simulated) {
      throw refused(
          "RUN: expected a run of a real cloud but found one of a simulated cloud: to try a monitor"
              + " of your own, add --simulated");
    }
    if (monitor.getScheme().equals("http") && !LOCAL.matcher(monitor.getHost()).matches()) {
      console.err().println("note: the API key goes to " + monitor + " unencrypted");
    }
    String user = account == null ? subject : account;
    Monitor there =
        new Monitor(monitor, new Monitor.Account(user, apiKey(user)), installation.environment());
    SshKey signer = key.open(installation);
    ScsReport report = scs.report(model);
    there.take(report, signer);
    report.cases().forEach((id, result) -> console.out().println(id + ": " + result));
    console.out().println("accepted: " + there.page(report));
    return ExitCode.CONFORMANT;
  }

  private String apiKey(String user) {
    Optional<String> known =
        apiKeyFile == null
            ? installation.secret(API_KEY, "API key of " + user)
            : Optional.of(read(installation.work().resolve(apiKeyFile)));
    return known
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .orElseThrow(
            () ->
                refused(
                    "expected the API key of %s but found none: set %s, or name a file by --api-key-file"
                        .formatted(user, API_KEY)));
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw refused(
          "--api-key-file: expected a file with the API key but found none that can be read at "
              + file);
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
