package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.http.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that a run cannot use; the cloud is not asked anything then. */
class OutputFolderTest {

  @TempDir private Path work;

  private RawServer cloud;

  @BeforeEach
  void start() throws IOException {
    cloud = RawServer.answering(request -> RawServer.status(500));
  }

  @AfterEach
  void nobodyAskedTheCloud() throws IOException {
    cloud.close();
    assertThat(cloud.connections()).as("connections to the cloud").isZero();
  }

  @Test
  void folderWithFilesIsLeftAlone() throws IOException {
    Path mine = Files.createDirectory(work.resolve("mine"));
    Files.writeString(mine.resolve("notes.txt"), "keep");

    assertThat(refused("mine"))
        .isEqualTo(
            "defcore: "
                + mine
                + ": expected a new or empty folder but found files in it: name another");
    assertThat(mine)
        .isDirectoryContaining("glob:**notes.txt")
        .isDirectoryNotContaining("glob:**evidence");
  }

  @Test
  void fileIsNoFolder() {
    Path file = new Shell(work).write("file", "keep");

    assertThat(refused("file"))
        .isEqualTo("defcore: " + file + ": expected a folder but found a file: name another");
    assertThat(file).hasContent("keep");
  }

  @Test
  void placeBelowAFileCannotBeWritten() {
    new Shell(work).write("file", "keep");

    assertThat(refused("file/out"))
        .isEqualTo(
            "defcore: %s: cannot be written (Not a directory): name another folder"
                .formatted(work.resolve("file/out")));
  }

  @Test
  void fileSystemThatTakesNoFoldersCannotBeWritten() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc on this system");

    assertThat(refused("/proc/out"))
        .startsWith("defcore: /proc/out: ")
        .endsWith(": name another folder");
  }

  private String refused(String folder) {
    Said said = new Shell(work).withAcme(cloud.uri("/v3").toString()).run("run", "--out", folder);
    assertThat(said.code()).isEqualTo(2);
    return said.onlyLine();
  }
}
