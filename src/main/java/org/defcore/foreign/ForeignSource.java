package org.defcore.foreign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One file of results of another tool.
 *
 * @param file its name, without folders
 * @param sha256 of its bytes, in hexadecimal digits
 * @param format for people: {@code subunit v2 stream}
 * @param passesOnly whether tests that did not pass are not in it
 * @param harness version of this program, if it wrote the file
 * @param simulated whether the file says that the cloud was the simulated one
 */
public record ForeignSource(
    String file,
    String sha256,
    String format,
    boolean passesOnly,
    Optional<String> harness,
    boolean simulated,
    List<ForeignResult> results) {

  /** The first words of the names of tests in guidelines. */
  private static final Set<String> PACKAGES =
      Set.of(
          "tempest",
          "heat_tempest_plugin",
          "designate_tempest_plugin",
          "networking_bgpvpn_tempest",
          "defcore");

  public ForeignSource {
    results = List.copyOf(results);
  }

  /** The tool: the known package that most tests are of, as any other word may be a secret. */
  public String tool() {
    if (harness.isPresent()) {
      return "defcore " + harness.get();
    }
    Map<String, Long> roots =
        results.stream()
            .map(it -> it.name().replaceFirst("^.*\\((?=[\\w.]+\\)$)", "").split("\\.", 2)[0])
            .filter(PACKAGES::contains)
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    return roots.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(it -> "tests of " + it.getKey())
        .orElse("tests of no known tool");
  }

  /** {@code results.subunit, a subunit v2 stream with 334 results, tests of tempest} */
  public String words() {
    return "%s, a %s with %d result%s, %s, SHA-256 %s"
        .formatted(file, format, results.size(), results.size() == 1 ? "" : "s", tool(), sha256);
  }
}
