package org.defcore.store.kit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.defcore.store.StorePlace;

/** The databases that a store can be in. */
public enum StoreKind {
  H2,
  POSTGRESQL;

  /** A new store in that folder, for the tests of a class. */
  public StorePlace in(Path work, Class<?> tests) {
    return switch (this) {
      case H2 -> StorePlace.folder(work.resolve("kept"));
      case POSTGRESQL ->
          StorePlace.postgresql(PostgreSql.database(tests), work.resolve("kept"), Optional.empty());
    };
  }

  /** Variables that name the store. */
  public static Map<String, String> variables(StorePlace place) {
    return Map.of(
        "DEFCORE_STORE",
        place.url().orElse(place.files().toString()),
        "DEFCORE_STORE_FILES",
        place.files().toString());
  }
}
