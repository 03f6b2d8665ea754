package org.defcore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the sources themselves: their size, their names and their comments. */
class SourcesTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final List<Path> ALL =
      List.of(MAIN, Path.of("src/test/java"), Path.of("src/bench"));
  private static final int LONGEST_FILE = 300;
  private static final int LARGEST_PACKAGE = 30;

  /** Twins of client and simulator are deliberate: they share no class. */
  private static final Path APART = MAIN.resolve("org/defcore/simcloud");

  private static final Pattern CLAUSE =
      Pattern.compile(
          "/\\*\\*[\\s*]*(?:What|Who|Whom|Whose|How|Whether|Where|When|Which|That|Why)\\b");

  @Test
  void noFileIsTooLong() {
    assertThat(files(ALL))
        .allSatisfy(
            it ->
                assertThat(text(it).lines().count())
                    .as("lines of %s", it)
                    .isLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void noPackageIsTooLarge() {
    Map<Path, Long> packages =
        files(List.of(MAIN)).stream()
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));

    assertThat(packages)
        .allSatisfy(
            (it, files) ->
                assertThat(files).as("files of %s", it).isLessThanOrEqualTo(LARGEST_PACKAGE));
  }

  /** NullAway passes over a package without the annotation, and says nothing. */
  @Test
  void everyPackageIsNullMarked() {
    List<Path> main = files(List.of(MAIN));

    assertThat(main.stream().map(it -> it.resolveSibling("package-info.java")).distinct())
        .allSatisfy(
            it -> {
              assertThat(main).contains(it);
              assertThat(text(it)).contains("NullMarked");
            });
  }

  @Test
  void noTwoTypesHaveOneName() {
    Map<String, List<Path>> byName =
        files(List.of(MAIN)).stream()
            .filter(it -> !it.startsWith(APART) && !it.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(it -> it.getFileName().toString()));

    assertThat(byName.values()).filteredOn(it -> it.size() > 1).isEmpty();
  }

  /** The compiler takes a file whose class it does not find for changed, and compiles all. */
  @Test
  void everyFileBearsTheNameOfItsType() {
    assertThat(files(List.of(MAIN, Path.of("src/test/java"))))
        .filteredOn(it -> !it.endsWith("package-info.java"))
        .allSatisfy(
            it ->
                assertThat(text(it))
                    .as("a type in %s", it)
                    .containsPattern(
                        "(?:class|interface|enum|record|@interface) %s\\b"
                            .formatted(it.getFileName().toString().replace(".java", ""))));
  }

  @Test
  void noCommentOpensWithAClause() {
    assertThat(files(ALL)).filteredOn(it -> CLAUSE.matcher(text(it)).find()).isEmpty();
  }

  private static List<Path> files(List<Path> folders) {
    return folders.stream().flatMap(it -> below(it).stream()).toList();
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
