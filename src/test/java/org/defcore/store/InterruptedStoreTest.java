package org.defcore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads that are cancelled in the middle of a statement, as a run is by Ctrl-C. */
@Timeout(60)
class InterruptedStoreTest {

  @TempDir private Path folder;

  private static void add(Handle handle, String word) {
    handle.execute("insert into code (word) values (?)", word);
  }

  @Test
  void databaseIsOfUseToTheOthers() throws InterruptedException {
    try (Database database = Database.open(StorePlace.folder(folder));
        Handle before = database.jdbi().open()) {
      for (int i = 0; i < 20; i++) {
        String word = "cancelled-" + i;
        Thread thread =
            new Thread(
                () ->
                    database
                        .jdbi()
                        .useHandle(
                            it -> {
                              Thread.currentThread().interrupt();
                              add(it, word);
                            }));
        thread.setUncaughtExceptionHandler((dead, failure) -> {});
        thread.start();
        thread.join();
      }

      add(before, "of-an-open-connection");
      database.jdbi().useHandle(it -> add(it, "of-a-new-connection"));
    }
    try (Database again = Database.open(StorePlace.folder(folder))) {
      List<String> words =
          again
              .jdbi()
              .withHandle(it -> it.createQuery("select word from code").mapTo(String.class).list());
      assertThat(words).contains("of-an-open-connection", "of-a-new-connection");
    }
  }
}
