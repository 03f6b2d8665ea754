package org.defcore.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.defcore.guideline.GuidelineException;

/** Files as git has them at some revision. */
final class GitRevision {

  private static final int LARGEST = 32 * 1024 * 1024;
  private static final int LONGEST_SECONDS = 60;

  private final String git;
  private final String revision;

  /**
   * @param git name or path of the program
   */
  GitRevision(String git, String revision) {
    this.git = git;
    this.revision = revision;
  }

  /**
   * The content that the file had.
   *
   * @throws GuidelineException when there is no git, no repository, no such revision, or no such
   *     file in it
   */
  byte[] content(Path file) {
    Path folder = folder(file);
    Answer repository = ask(folder, "rev-parse", "--is-inside-work-tree");
    if (repository.isRefusal()) {
      throw new GuidelineException(
          "--since: expected a folder, or a revision of the git repository that has %s, but git says \"%s\""
              .formatted(file, repository.firstLine()));
    }
    // A revision that looks like an option must not become one.
    Answer commit =
        ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    if (commit.isRefusal()) {
      throw new GuidelineException(
          "--since: expected a folder, or a revision of the git repository in %s, but found \"%s\""
              .formatted(folder, revision));
    }
    Answer content =
        ask(folder, "cat-file", "blob", commit.firstLine() + ":./" + file.getFileName());
    if (content.isRefusal()) {
      throw new GuidelineException(
          "--since: expected %s in revision %s but it is not there".formatted(file, revision));
    }
    if (content.out.length > LARGEST) {
      throw new GuidelineException(
          "--since: expected at most 32 MiB in revision %s but found more".formatted(revision));
    }
    return content.out;
  }

  private static Path folder(Path file) {
    try {
      Path folder = file.toRealPath().getParent();
      return folder == null ? file.toRealPath() : folder;
    } catch (IOException e) {
      throw new GuidelineException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private Answer ask(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of(git, "-C", folder.toString()));
    command.addAll(List.of(words));
    Process process = start(command);
    try {
      byte[] said = said(process);
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new GuidelineException(
            "--since: git gave no answer within %d s".formatted(LONGEST_SECONDS));
      }
      return new Answer(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GuidelineException("--since: interrupted while git was asked");
    } finally {
      process.destroy();
    }
  }

  /** Reads up to the limit; git ends when its output is closed. */
  private static byte[] said(Process process) throws IOException {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(LARGEST + 1);
    }
  }

  private Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new GuidelineException(
          "--since: expected a folder, or git on the PATH for a revision, but \"%s\" cannot be started: install git"
              .formatted(git));
    }
  }

  /** Exit code and output of git. */
  private static final class Answer {

    private final int code;
    private final byte[] out;

    Answer(int code, byte[] out) {
      this.code = code;
      this.out = out;
    }

    boolean isRefusal() {
      return code != 0;
    }

    String firstLine() {
      return new String(out, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
