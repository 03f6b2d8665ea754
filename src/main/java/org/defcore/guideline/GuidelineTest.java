package org.defcore.guideline;

import java.util.List;
import java.util.Optional;

/**
 * One test entry of a capability.
 *
 * @param id absent in schema 1.2, which names tests only
 * @param aliases other names under which a result may arrive
 */
public record GuidelineTest(
    String name, Optional<TestId> id, List<String> aliases, Optional<Flag> flag) {

  public GuidelineTest {
    aliases = List.copyOf(aliases);
  }

  public boolean flagged() {
    return flag.isPresent();
  }
}
