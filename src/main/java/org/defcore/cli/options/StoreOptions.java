package org.defcore.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.defcore.desk.Installation;
import org.defcore.desk.store.RunKeeper;
import org.defcore.result.RunSource;
import org.defcore.store.Store;
import org.defcore.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the place of the store. */
public final class StoreOptions {

  private static final String PLACE = "DEFCORE_STORE";
  private static final String FILES = "DEFCORE_STORE_FILES";
  private static final String PASSWORD = "DEFCORE_STORE_PASSWORD";
  private static final String USUAL = "reports/store";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "FOLDER|URL",
      description =
          "Folder of the store, or the URL of a PostgreSQL database: jdbc:postgresql://HOST/NAME,"
              + " whose password is in DEFCORE_STORE_PASSWORD or ~/.pgpass. Default: DEFCORE_STORE,"
              + " else reports/store.")
  private @Nullable String place;

  @Option(
      names = "--store-files",
      paramLabel = "FOLDER",
      description =
          "Folder of the bundles of a store in PostgreSQL, the same for all who use it. Default:"
              + " DEFCORE_STORE_FILES.")
  private @Nullable Path files;

  /** Returns whether a store is named, by an option or by the environment. */
  public boolean isNamed(Installation installation) {
    return place != null || installation.environment().containsKey(PLACE);
  }

  /** Opens a run: what is there as a folder or a bundle, else the one of that id in the store. */
  public RunSource source(Installation installation, Path run) {
    if (Files.exists(installation.work().resolve(run)) || !isNamed(installation)) {
      return installation.source(run);
    }
    try (Store store = open(installation)) {
      return RunKeeper.open(store, store.run(run.toString()));
    }
  }

  /** Opens the store. */
  public Store open(Installation installation) {
    String named = place == null ? installation.environment().getOrDefault(PLACE, USUAL) : place;
    if (!StorePlace.isUrl(named)) {
      return Store.open(StorePlace.folder(installation.work().resolve(named)));
    }
    Path folder =
        Optional.ofNullable(files)
            .or(() -> Optional.ofNullable(installation.environment().get(FILES)).map(Path::of))
            .orElseThrow(
                () ->
                    new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "--store-files: expected the folder of the bundles, as the store is a"
                            + " database"));
    return Store.open(
        StorePlace.postgresql(
            named,
            installation.work().resolve(folder),
            Optional.ofNullable(installation.environment().get(PASSWORD))));
  }
}
