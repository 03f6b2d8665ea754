package org.defcore.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of what each test has to catch. A line is the id of a test and a defect, or several that
 * are switched on together, joined by {@code " ; "}; or the id, {@code #}, the cheapest wrong cloud
 * that comes near to passing, and after {@code " => "} what catches it: a line's defect, another
 * line with its id, or {@code nothing:} and why.
 */
public final class DefectsByTest {

  private static final Path FILE = Path.of("src/test/resources/simcloud/defects-by-test.txt");
  private static final int ID = 36;
  private static final String ASKED = "# ";

  private DefectsByTest() {}

  /** The defects of a line, which the test has to catch. */
  public record Pair(String test, String defects) {}

  /** A cloud that is wrong in a way that the test could overlook. */
  record WrongCloud(String test, String cloud, String caughtBy) {

    private static final String NOTHING = "nothing: ";

    static WrongCloud of(String line) {
      String[] parts = line.substring(ID + 1 + ASKED.length()).split(" => ", 2);
      return new WrongCloud(line.substring(0, ID), parts[0], parts[1]);
    }

    boolean isCaught() {
      return !caughtBy.startsWith(NOTHING);
    }

    /** The line that it is caught by. */
    Pair pair() {
      return caughtBy.matches("[0-9a-f-]{36} .*") ? read(caughtBy) : new Pair(test, caughtBy);
    }
  }

  public static List<String> lines() throws IOException {
    return Files.readAllLines(FILE);
  }

  public static List<Pair> pairs() throws IOException {
    return lines(false).map(DefectsByTest::read).toList();
  }

  static List<WrongCloud> wrongClouds() throws IOException {
    return lines(true).map(WrongCloud::of).toList();
  }

  private static Stream<String> lines(boolean asked) throws IOException {
    return lines().stream().filter(it -> it.startsWith(ASKED, ID + 1) == asked);
  }

  private static Pair read(String line) {
    return new Pair(line.substring(0, ID), line.substring(ID + 1));
  }
}
