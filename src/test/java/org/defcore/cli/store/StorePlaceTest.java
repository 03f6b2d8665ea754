package org.defcore.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.store.Store;
import org.defcore.store.StorePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that are no store, or cannot be used now. */
class StorePlaceTest {

  @TempDir private Path work;

  @Test
  void oneProcessAtATimeUsesAnH2File() {
    Shell shell = new Shell(work);
    try (Store other = Store.open(StorePlace.folder(work.resolve("kept")))) {
      assertThat(other.bundles()).isEmpty();
      assertThat(shell.run("store", "list", "--store", "kept").onlyLine())
          .contains("kept: another process is using it");
    }
    assertThat(shell.run("store", "list", "--store", "kept").out().lines()).hasSize(1);
  }

  @Test
  void placeHasToBeAStore() throws IOException {
    Shell shell = new Shell(work);
    shell.write("file", "text");
    assertThat(shell.run("store", "list", "--store", "file").onlyLine()).contains("file");
    Files.createDirectories(work.resolve("junk"));
    Files.writeString(work.resolve("junk/store.mv.db"), "no database");
    assertThat(shell.run("store", "list", "--store", "junk").onlyLine())
        .contains("junk: cannot be opened as a store");
    assertThat(work.resolve("junk/store.mv.db")).hasContent("no database");
    assertThat(shell.run("store", "list", "--store", "jdbc:mysql://h/d?password=hush").onlyLine())
        .contains("--store-files")
        .doesNotContain("hush");
    assertThat(
            shell
                .run(
                    "store",
                    "list",
                    "--store",
                    "jdbc:mysql://h/d?password=hush",
                    "--store-files",
                    "f")
                .onlyLine())
        .contains("jdbc:mysql://h/d: expected jdbc:postgresql:")
        .doesNotContain("hush");
  }
}
