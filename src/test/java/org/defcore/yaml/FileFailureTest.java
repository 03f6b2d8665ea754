package org.defcore.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {

  @TempDir private Path folder;

  @Test
  void reasonsAreInPlainWords() {
    assertThat(FileFailure.reason(new AccessDeniedException("f"))).isEqualTo("permission denied");
    assertThat(FileFailure.reason(new MalformedInputException(1))).isEqualTo("not a text in UTF-8");
    assertThat(FileFailure.reason(new IOException("disk full"))).isEqualTo("disk full");
    assertThat(FileFailure.reason(new IOException())).isEqualTo("input/output error");
  }

  @Test
  void missingFileIsReportedAsMissing() {
    Problems problems = new Problems("no.yaml");

    assertThat(YamlFile.root(folder.resolve("no.yaml"), problems)).isEmpty();
    assertThat(problems.lines())
        .singleElement()
        .asString()
        .endsWith("cannot be read: no such file or folder");
  }
}
