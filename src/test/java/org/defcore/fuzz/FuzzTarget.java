package org.defcore.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.defcore.clouds.discovery.FuzzedPages;
import org.defcore.http.FuzzedHeaders;

/** Readers of what others write, each of which has to take any bytes. */
public enum FuzzTarget {
  BUNDLE,
  CLOUDS,
  GUIDELINE,
  HEADERS,
  JSON,
  LEDGER,
  OUTCOMES,
  PAGES,
  RESULTS,
  SECRETS,
  SIGNERS;

  /** Reads an input; whatever it throws is a fault. */
  void read(byte[] input) throws IOException {
    switch (this) {
      case BUNDLE -> FuzzedBundles.bundle(input);
      case CLOUDS -> FuzzedFiles.clouds(input);
      case GUIDELINE -> FuzzedFiles.guideline(input);
      case HEADERS -> FuzzedHeaders.read(input);
      case JSON -> FuzzedText.json(input);
      case LEDGER -> FuzzedFiles.ledger(input);
      case OUTCOMES -> FuzzedFiles.outcomes(input);
      case PAGES -> FuzzedPages.read(input);
      case RESULTS -> FuzzedFiles.results(input);
      case SECRETS -> FuzzedText.secrets(input);
      case SIGNERS -> FuzzedBundles.signers(input);
    }
  }

  /** The folder of its inputs. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FuzzTarget of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst().orElseThrow();
  }
}
