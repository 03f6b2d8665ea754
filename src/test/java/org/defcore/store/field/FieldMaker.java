package org.defcore.store.field;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.defcore.desk.Installation;

/** Writes a field, for {@code src/bench/field}. */
public final class FieldMaker {

  private FieldMaker() {}

  /**
   * Writes the runs that are asked for.
   *
   * @param words seed, number of clouds, number of runs, first run and the one behind the last,
   *     from 0, folder
   */
  public static void main(String[] words) {
    int[] numbers = IntStream.range(0, 5).map(it -> Integer.parseInt(words[it])).toArray();
    Path out = Path.of(words[5]);
    FieldBundles bundles =
        new FieldBundles(Installation.current(), Field.of(numbers[0], numbers[1], numbers[2]));
    IntStream.range(numbers[3], numbers[4])
        .parallel()
        .forEach(it -> bundles.write(it, FieldBundles.folder(out, it)));
  }
}
