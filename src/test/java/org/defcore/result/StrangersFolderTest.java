package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a run in which somebody put links, so that other files would be read or written. */
class StrangersFolderTest {

  @TempDir Path dir;

  private SmallRun run;
  private Path mine;

  @BeforeEach
  void make() throws IOException {
    run = SmallRun.in(dir.resolve("run"));
    mine = Files.writeString(dir.resolve("mine"), "keep");
  }

  @Test
  void linkInPlaceOfAReportIsReplacedAndItsTargetIsLeftAlone() throws IOException {
    link("report.json", mine);
    link("manifest", mine);

    run.folder().writeReports(Map.of("report.json", "{}"));

    assertThat(mine).hasContent("keep");
    assertThat(run.path("report.json")).isRegularFile().hasContent("{}");
    assertThat(Files.isSymbolicLink(run.path("report.json"))).isFalse();
  }

  @Test
  void nothingIsAddedThroughALink() throws IOException {
    link("outcomes.jsonl", mine);
    link("ledger.jsonl", mine);

    refused(
        () -> run.folder().finish(Instant.EPOCH),
        "outcomes.jsonl: cannot be written: it is a link");
    refused(run.folder()::ledger, "ledger.jsonl: expected a file of the run but found a link");
    assertThat(mine).hasContent("keep");
  }

  @Test
  void nothingIsReadThroughALink() throws IOException {
    link("observation.json", mine);
    link("declaration.yaml", mine);

    assertThat(run.problems())
        .contains("observation.json: expected a file of the run but found a link");
    refused(
        () -> run.folder().file("declaration.yaml"),
        "declaration.yaml: expected a file of the run but found a link");
    link("plan.json", mine);
    refused(
        () -> RunFolder.of(run.folder().path()),
        "plan.json: expected a file of the run but found a link");
  }

  @Test
  void folderOfEvidenceElsewhereIsNeitherReadNorWritten() throws IOException {
    Path elsewhere = dir.resolve("elsewhere");
    Files.move(run.path("evidence"), elsewhere);
    Files.createSymbolicLink(run.path("evidence"), elsewhere);

    assertThat(run.folder().evidence(SmallRun.PASSED)).isEmpty();
    assertThat(run.result(SmallRun.PASSED).outcome()).isEqualTo(Outcome.ERROR);
    refused(
        () -> run.folder().keepEvidence("new", List.of()),
        "evidence: expected a file of the run but found a link");
    assertThat(elsewhere.resolve("new.har")).doesNotExist();
  }

  @Test
  void fileThatIsNoneOrHasNoEndIsRefused() throws IOException {
    Files.delete(run.path("observation.json"));
    Files.createDirectory(run.path("observation.json"));
    try (RandomAccessFile large =
        new RandomAccessFile(run.path("declaration.yaml").toFile(), "rw")) {
      large.setLength(1L << 40);
    }

    assertThat(run.folder().record().integrity().problems())
        .contains("observation.json: cannot be read: it is not a plain file");
    refused(
        () -> run.folder().file("declaration.yaml"),
        "declaration.yaml: cannot be read: it is larger than 1024 MiB");
    try (RandomAccessFile large =
        new RandomAccessFile(run.path("declaration.yaml").toFile(), "rw")) {
      large.setLength((64 << 20) + 1);
    }
    refused(
        () -> run.folder().file("declaration.yaml"),
        "declaration.yaml: expected at most 64 MiB but found more");
  }

  @Test
  void folderIsItsOwnersAlone() throws IOException {
    assumeTrue(
        Files.getFileStore(dir).supportsFileAttributeView("posix"),
        "no permissions on this system");
    Path given = Files.createDirectory(dir.resolve("given"));
    Files.setPosixFilePermissions(given, PosixFilePermissions.fromString("rwxr-xr-x"));
    RunFolder.reserve(given);

    for (Path folder : List.of(run.folder().path(), given)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void nothingIsLeftBesideAFileThatCannotBeReplaced() throws IOException {
    Files.delete(run.path("report.json"));
    Files.createDirectories(run.path("report.json/full"));

    refused(() -> run.folder().write("report.json", "{}"), "report.json: cannot be written: ");
    assertThat(run.folder().path()).isDirectoryNotContaining("glob:**.report.json*");
  }

  private void link(String name, Path target) throws IOException {
    Files.deleteIfExists(run.path(name));
    Files.createSymbolicLink(run.path(name), target);
  }

  private void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action)
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith(run.folder().path() + "/" + message);
  }
}
