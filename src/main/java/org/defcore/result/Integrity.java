package org.defcore.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * State of the files of a run.
 *
 * @param manifest absent if the run has none, or it is kept elsewhere
 * @param hash of the manifest; absent if the run has none
 * @param problems what was changed, cannot be read, or does not count, a line each that begins with
 *     the file
 */
public record Integrity(Optional<Manifest> manifest, Optional<String> hash, List<String> problems) {

  /** Of results that no files hold. */
  public static final Integrity UNKNOWN = new Integrity(Optional.empty(), List.of());

  private static final int SHOWN = 20;

  public Integrity {
    problems = List.copyOf(problems);
  }

  public Integrity(Optional<Manifest> manifest, List<String> problems) {
    this(manifest, manifest.map(Manifest::hash), problems);
  }

  /** The problems for people: of many only the first, and how many more there are. */
  public List<String> lines() {
    int more = problems.size() - SHOWN;
    return more <= 0
        ? problems
        : Stream.concat(
                problems.stream().limit(SHOWN), Stream.of("and %d problems more".formatted(more)))
            .toList();
  }

  /** The state in half a sentence. */
  public String words() {
    if (!problems.isEmpty()) {
      return "not all can be relied on";
    }
    return hash.map(it -> "unchanged since the run, manifest " + it)
        .orElse("no manifest, so changes cannot be detected");
  }
}
