package org.defcore.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database of a store, brought to the schema of this version when it is opened.
 *
 * <p>A migration of an H2 file works on a copy that takes the file's place at its end, as H2
 * commits each change of a schema by itself; in PostgreSQL it is one transaction. So a killed one
 * leaves the old schema or the new one.
 */
final class Database implements AutoCloseable {

  /** The version of the last migration. */
  static final int SCHEMA = 3;

  static final String MIGRATIONS = "org/defcore/store/migration";

  private static final long LARGE = 32 << 20;
  private static final String HISTORY = "flyway_schema_history";
  private static final String FILE = "store";
  private static final String NEXT = "store.next";
  private static final String SUFFIX = ".mv.db";

  /**
   * Asynchronous files, as an interrupt of one thread would close the file for all; identifiers and
   * syntax as PostgreSQL has them; each commit on the disk when it returns.
   */
  private static final String H2 =
      "jdbc:h2:async:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";WRITE_DELAY=0;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

  private final StorePlace place;
  private final HikariDataSource connections;
  private final Jdbi jdbi;

  private Database(StorePlace place, HikariDataSource connections) {
    this.place = place;
    this.connections = connections;
    this.jdbi = Jdbi.create(connections).registerArrayType(Integer.class, "integer");
  }

  /**
   * Opens it; an H2 file that is not there is made.
   *
   * @throws StoreException if it cannot be reached, or is that of a newer version
   */
  static Database open(StorePlace place) {
    try {
      return place.url().isPresent() ? openUrl(place, place.url().get()) : openFile(place);
    } catch (IOException e) {
      throw new StoreException(place + ": cannot be written: " + e.getMessage());
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unusable(place, e);
    }
  }

  private static Database openUrl(StorePlace place, String url) {
    Database database = connect(place, url);
    try {
      if (database.schema() < SCHEMA) {
        database.migrate();
      }
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database openFile(StorePlace place) throws IOException {
    Path folder = place.files();
    Path file = folder.resolve(FILE + SUFFIX);
    Path next = folder.resolve(NEXT + SUFFIX);
    Files.deleteIfExists(next);
    if (Files.exists(file)) {
      Database database = connect(place, url(folder, FILE));
      try {
        if (database.schema() == SCHEMA) {
          return database;
        }
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
      database.close();
      Files.copy(file, next);
    }
    openUrl(place, url(folder, NEXT)).close();
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return connect(place, url(folder, FILE));
  }

  private static String url(Path folder, String name) {
    String path = folder.toAbsolutePath().resolve(name).toString();
    if (path.contains(";")) {
      throw new StoreException(folder + ": expected a folder without \";\" in its path");
    }
    return H2.formatted(path);
  }

  private static Database connect(StorePlace place, String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    place.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(Runtime.getRuntime().availableProcessors() + 2);
    config.setMinimumIdle(0);
    if (place.url().isPresent()) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return new Database(place, new HikariDataSource(config));
  }

  /** The version of its schema; 0 if there is none yet. */
  private int schema() {
    int schema =
        jdbi.withHandle(
            handle -> {
              boolean none =
                  handle
                      .createQuery(
                          "select count(*) from information_schema.tables"
                              + " where table_schema = current_schema and table_name = :name")
                      .bind("name", HISTORY)
                      .mapTo(Integer.class)
                      .one()
                      .equals(0);
              return none
                  ? 0
                  : handle
                      .createQuery(
                          "select coalesce(max(cast(version as integer)), 0) from "
                              + HISTORY
                              + " where success")
                      .mapTo(Integer.class)
                      .one();
            });
    if (schema > SCHEMA) {
      throw new StoreException(
          "%s: expected schema %d but found %d: use a newer version of defcore"
              .formatted(place, SCHEMA, schema));
    }
    return schema;
  }

  private void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(connections)
        .locations("classpath:" + MIGRATIONS)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private static StoreException unusable(StorePlace place, RuntimeException failure) {
    Throwable cause = failure;
    while (!(failure instanceof FlywayException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return new StoreException(place + ": cannot be opened as a store: " + why);
  }

  Jdbi jdbi() {
    return jdbi;
  }

  boolean isPostgresql() {
    return place.url().isPresent();
  }

  /** Returns whether most of a file is what rows have left that were changed or written anew. */
  static boolean isWasteful(long usedPercent, long bytes) {
    return usedPercent < 60 && bytes > LARGE;
  }

  /** Packs a wasteful file, which many small additions make. */
  private void pack() {
    Map<String, Long> file =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select setting_name, setting_value from information_schema.settings"
                            + " where setting_name in ('info.CHUNKS_FILL_RATE', 'info.FILE_SIZE')")
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    if (isWasteful(
        file.getOrDefault("info.CHUNKS_FILL_RATE", 100L),
        file.getOrDefault("info.FILE_SIZE", 0L))) {
      jdbi.useHandle(handle -> handle.execute("shutdown compact"));
    }
  }

  @Override
  public void close() {
    try {
      if (!isPostgresql()) {
        pack();
      }
    } catch (JdbiException e) {
      // It is as good as before, only larger.
    } finally {
      connections.close();
    }
  }
}
