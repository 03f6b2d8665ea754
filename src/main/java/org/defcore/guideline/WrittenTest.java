package org.defcore.guideline;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test as people and programs write it: by its id, by its name, or by both as Tempest does,
 * {@code name[id-…,smoke]}.
 *
 * @param name without attributes; empty beside a bare id
 */
public record WrittenTest(String name, Optional<TestId> id) {

  /** Behind the attributes there may be a scenario, which is none of the test's name. */
  private static final Pattern WITH_ATTRIBUTES =
      Pattern.compile("([\\w.]+)\\[([^\\[\\]]*)](?:\\s*\\(.*\\))?");

  /** Reads the form that it is; what has no id is a name. */
  public static WrittenTest of(String text) {
    Optional<TestId> bare = TestId.parse(text);
    if (bare.isPresent()) {
      return new WrittenTest("", bare);
    }
    Matcher matcher = WITH_ATTRIBUTES.matcher(text);
    if (!matcher.matches()) {
      return new WrittenTest(text, Optional.empty());
    }
    Optional<TestId> id =
        Arrays.stream(matcher.group(2).split(","))
            .flatMap(it -> TestId.parse(it.strip()).stream())
            .findFirst();
    return new WrittenTest(matcher.group(1), id);
  }
}
