package org.defcore.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the run that is kept in {@code src/test/resources/cli/run}: eight tests of 2020.06 on a
 * simulated cloud without volumes whose list of flavors is defective.
 *
 * @param folder of the copy
 */
public record StoredRun(Path folder) {

  /** The id of the run. */
  public static final String ID = "defcore-20300102-035308-0a1b2c";

  private static final Path KEPT = Path.of("src/test/resources/cli/run");

  public static StoredRun copiedTo(Path folder) {
    try (Stream<Path> kept = Files.walk(KEPT)) {
      for (Path from : kept.toList()) {
        Files.copy(from, folder.resolve(KEPT.relativize(from).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoredRun(folder);
  }

  public String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the lines away from that one on, 1 for all. */
  public void cut(String name, int from) {
    List<String> lines = read(name).lines().toList();
    write(name, String.join("", lines.subList(0, from - 1).stream().map(it -> it + "\n").toList()));
  }
}
