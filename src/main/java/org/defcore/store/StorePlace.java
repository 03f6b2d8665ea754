package org.defcore.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The place of a store.
 *
 * @param files folder of its files
 * @param url of the PostgreSQL database; absent for an H2 file in that folder
 * @param password for it, unless the URL or {@code ~/.pgpass} has one
 */
public record StorePlace(Path files, Optional<String> url, Optional<String> password) {

  private static final String POSTGRESQL = "jdbc:postgresql:";

  public static StorePlace folder(Path folder) {
    return new StorePlace(folder, Optional.empty(), Optional.empty());
  }

  /** Returns whether the text is the URL of a database and no folder. */
  public static boolean isUrl(String text) {
    return text.startsWith("jdbc:");
  }

  /**
   * A store in a PostgreSQL database.
   *
   * @throws StoreException if the URL is that of another kind of database
   */
  public static StorePlace postgresql(String url, Path files, Optional<String> password) {
    if (!url.startsWith(POSTGRESQL)) {
      throw new StoreException(
          "%s: expected %s//HOST/DATABASE, or a folder".formatted(shown(url), POSTGRESQL));
    }
    return new StorePlace(files, Optional.of(url), password);
  }

  /** The name in messages: without the part of a URL that may hold a password. */
  String shown() {
    return url.map(StorePlace::shown).orElseGet(files::toString);
  }

  private static String shown(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  @Override
  public String toString() {
    return shown();
  }
}
