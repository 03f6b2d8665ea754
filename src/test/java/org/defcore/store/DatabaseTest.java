package org.defcore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a store, of this version and of others. */
class DatabaseTest {

  @TempDir private Path folder;

  private StorePlace place() {
    return StorePlace.folder(folder);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static boolean isCurrent(Database database) {
    return database
        .jdbi()
        .withHandle(
            it -> it.createQuery("select count(*) from rescoring").mapTo(Integer.class).one())
        .equals(0);
  }

  @Test
  void schemaIsTheLastMigration() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources").resolve(Database.MIGRATIONS))) {
      assertThat(files).hasSize(Database.SCHEMA);
    }
  }

  @Test
  void newFileIsMadeAndOpenedAgain() {
    for (int i = 0; i < 2; i++) {
      try (Database database = Database.open(place())) {
        assertThat(isCurrent(database)).isTrue();
        assertThat(database.isPostgresql()).isFalse();
      }
    }
    assertThat(folder.toFile().list()).containsExactly("store.mv.db");
  }

  @Test
  void olderFileIsBroughtUpToDateWithAllThatIsInIt() {
    OldStore.in(folder);

    try (Database database = Database.open(place())) {
      assertThat(isCurrent(database)).isTrue();
    }
    assertThat(OldStore.word(folder)).isEqualTo(OldStore.WORD);
    assertThat(folder.toFile().list()).containsExactly("store.mv.db");
  }

  @Test
  void outcomesOfAnOlderFileStay() {
    OldStore.in(folder);

    try (Database database = Database.open(place())) {
      List<List<Integer>> columns =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select * from outcomes")
                          .map(
                              (row, context) ->
                                  Stream.of(
                                          "tests",
                                          "millis",
                                          "outcomes",
                                          "attempts",
                                          "codes",
                                          "bypassing")
                                      .map(it -> numbers(row, it))
                                      .toList())
                          .one());
      assertThat(columns)
          .containsExactly(
              List.of(3, 7),
              List.of(30, 70),
              List.of(4, 2),
              List.of(2, 1),
              List.of(1, 0),
              List.of(0, 1));
    }
  }

  private static List<Integer> numbers(ResultSet row, String column) {
    try {
      return IntStream.of(NumberArray.read(row, column)).boxed().toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void halfOfAMigrationIsForgotten() throws IOException {
    OldStore.in(folder);
    byte[] before = Files.readAllBytes(file("store.mv.db"));
    Files.write(file("store.next.mv.db"), Arrays.copyOf(before, before.length / 2));

    Database.open(place()).close();

    assertThat(OldStore.word(folder)).isEqualTo(OldStore.WORD);
    assertThat(file("store.next.mv.db")).doesNotExist();
  }

  @Test
  void newerFileIsRefusedAndStays() {
    Database.open(place()).close();
    Jdbi.create(OldStore.url(folder))
        .useHandle(
            it ->
                it.execute(
                    "insert into flyway_schema_history (installed_rank, version, description, type,"
                        + " script, installed_by, execution_time, success)"
                        + " values (9, '7', 'later', 'SQL', 'V7__later.sql', 'x', 1, true)"));

    assertThatThrownBy(() -> Database.open(place()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "%s: expected schema %d but found 7: use a newer version of defcore"
                .formatted(folder, Database.SCHEMA));
    assertThat(file("store.mv.db")).exists();
  }

  @Test
  void largeFileOfWhichHalfIsWasteIsPacked() {
    assertThat(Database.isWasteful(39, 600_000_000)).isTrue();
    assertThat(Database.isWasteful(99, 600_000_000)).isFalse();
    assertThat(Database.isWasteful(39, 1_000_000)).isFalse();
  }

  @Test
  void pathThatAUrlCannotHaveIsRefused() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("a;b"));

    assertThatThrownBy(() -> Database.open(StorePlace.folder(odd)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("expected a folder without \";\"");
  }
}
