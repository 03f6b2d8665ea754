package org.defcore.store;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The file of a store of the first version, with a row. */
public final class OldStore {

  public static final String WORD = "kept-by-the-older";

  private OldStore() {}

  /** As a plain program would open it. */
  static String url(Path folder) {
    return "jdbc:h2:%s/store;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(folder);
  }

  /** Makes it. */
  public static void in(Path folder) {
    Flyway.configure()
        .dataSource(url(folder), null, null)
        .locations("classpath:" + Database.MIGRATIONS)
        .target("1")
        .load()
        .migrate();
    Jdbi.create(url(folder))
        .useHandle(it -> it.execute("insert into code (word) values (?)", WORD));
  }

  /** The row, in whatever version. */
  public static String word(Path folder) {
    return Jdbi.create(url(folder))
        .withHandle(it -> it.createQuery("select word from code").mapTo(String.class).one());
  }
}
