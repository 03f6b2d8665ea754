package org.defcore.desk;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.read.GuidelineDocument;

/** An earlier state of a guideline file: in another folder, or at a revision of git. */
final class EarlierFile {

  private final String since;
  private final Path work;
  private final String git;

  /**
   * @param since folder, or revision
   * @param work folder that a relative path starts from
   * @param git name or path of the program that knows revisions
   */
  EarlierFile(String since, Path work, String git) {
    this.since = since;
    this.work = work;
    this.git = git;
  }

  /**
   * Its content.
   *
   * @throws GuidelineException when there is none
   */
  byte[] content(Path file) {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      return new GitRevision(git, since).content(file);
    }
    return Stream.of("", "add-ons", "verticals")
        .map(it -> folder.get().resolve(it).resolve(String.valueOf(file.getFileName())))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(GuidelineDocument::bytes)
        .orElseThrow(
            () ->
                new GuidelineException(
                    "--since: expected %s in %s but it is not there"
                        .formatted(file.getFileName(), since)));
  }

  private Optional<Path> folder() {
    try {
      return Optional.of(work.resolve(since)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
