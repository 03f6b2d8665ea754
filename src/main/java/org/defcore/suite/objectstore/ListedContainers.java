package org.defcore.suite.objectstore;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** Names of six empty containers in the order of lists; the account may have others. */
enum ListedContainers implements SharedFixture<List<String>> {
  SHARED;

  @Override
  public String title() {
    return "six containers";
  }

  @Override
  public List<String> make(Cloud cloud, Cleanup cleanup, Poll poll) {
    String prefix = cloud.uniqueName("listed");
    Stream.of("c", "a", "f", "b", "e", "d")
        .forEach(it -> OwnContainer.named(prefix + "-" + it, cloud, cleanup, Map.of()));
    return Stream.of("a", "b", "c", "d", "e", "f").map(it -> prefix + "-" + it).toList();
  }

  /** The beginning of all names. */
  static String prefix(List<String> names) {
    return names.get(0).replaceFirst("a$", "");
  }
}
