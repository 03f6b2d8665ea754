package org.defcore.desk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.guideline.GuidelineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevisionTest {

  @TempDir private Path work;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(work.resolve("2020.06.json"), "{}");
  }

  @Test
  void fileOutsideAnyRepositoryIsRefusedInGitsWords() {
    assertThatThrownBy(() -> new GitRevision("git", "HEAD").content(file))
        .isInstanceOf(GuidelineException.class)
        .hasMessageStartingWith(
            "--since: expected a folder, or a revision of the git repository that has "
                + file
                + ", but git says \"fatal: ");
  }

  @Test
  void missingGitIsSaid() {
    assertThatThrownBy(() -> new GitRevision("no-such-git", "HEAD").content(file))
        .isInstanceOf(GuidelineException.class)
        .hasMessage(
            "--since: expected a folder, or git on the PATH for a revision, but \"no-such-git\""
                + " cannot be started: install git");
  }
}
