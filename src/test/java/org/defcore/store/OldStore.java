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
        .useHandle(
            it -> {
              it.execute("insert into code (word) values (?)", WORD);
              it.execute("insert into cloud values (1, 'c', '', '', '', '', '')");
              it.execute("insert into guideline values (1, '2022.11', 'h')");
              it.execute(
                  "insert into run values (1, 'b', 'r', 1, 1, '', '', '', '', '', false, '', now(),"
                      + " null, now(), null, '')");
              it.execute("insert into outcome values (1, 7, 70, 2, 1, null, 1)");
              it.execute("insert into outcome values (1, 3, 30, 4, 2, 1, null)");
            });
  }

  /** The row, in whatever version. */
  public static String word(Path folder) {
    return Jdbi.create(url(folder))
        .withHandle(it -> it.createQuery("select word from code").mapTo(String.class).one());
  }
}
