package org.defcore.cli.options;

import org.defcore.http.message.Recording;
import picocli.CommandLine.Option;

/** Option for attributes of answers that the API does not have. */
public final class ExtrasOption {

  @Option(
      names = "--bypass-extra-attributes",
      description = {
        "Run tests on as if attributes that the API reference does not have were not there. The"
            + " verdict counts these tests as failed; the report shows beside it the one without"
            + " the attributes."
      })
  private boolean bypass;

  public Recording.Extras extras() {
    return bypass ? Recording.Extras.NOTED : Recording.Extras.REFUSED;
  }
}
