package org.defcore.guideline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A published or draft guideline, independent of the schema of its file.
 *
 * @param id as the file says: {@code 2020.06}, {@code dns.2020.06}, {@code next}
 * @param schema schema version as the file says, {@code 1.2} to {@code 2.0}
 * @param contentHash {@code sha256:} and 64 hex digits over the whole document written with sorted
 *     keys and no white space, see {@link CanonicalJson}: layout and key order do not change it
 * @param approval the file's own status word in the guideline process, from {@code draft} to {@code
 *     superseded}
 * @param releases OpenStack releases that it covers, lower case
 * @param targets subjects of a verdict, in file order
 * @param components by name, in file order
 * @param capabilities by name, in file order
 * @param annex approval date, scoring, designated sections, test repositories
 * @param oddities findings that did not prevent reading
 */
public record Guideline(
    String id,
    String schema,
    String contentHash,
    String approval,
    Optional<String> replaces,
    List<String> releases,
    List<Target> targets,
    Map<String, Component> components,
    Map<String, Capability> capabilities,
    Annex annex,
    List<Finding> oddities) {

  /** Capabilities of one component by status; a capability may stand under several. */
  public record Component(String name, Map<Status, List<String>> capabilities) {

    public Component {
      capabilities =
          capabilities.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, it -> List.copyOf(it.getValue())));
    }
  }

  public Guideline {
    releases = List.copyOf(releases);
    targets = List.copyOf(targets);
    components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    capabilities = Collections.unmodifiableMap(new LinkedHashMap<>(capabilities));
    oddities = List.copyOf(oddities);
  }

  /** The target with that key; {@code storage} is accepted for {@code object}. */
  public Optional<Target> target(String key) {
    String asked = key.equals("storage") ? "object" : key;
    return targets.stream().filter(it -> it.key().equals(asked)).findFirst();
  }

  /**
   * Every capability that a target lists, each once, with the strongest status that any of its
   * components gives it, in file order. Names that the guideline lists but does not define are left
   * out here; they are findings.
   */
  public List<Requirement> requirements(Target target) {
    Map<String, Status> strongest = new LinkedHashMap<>();
    for (String component : target.components()) {
      Component found = components.get(component);
      if (found == null) {
        continue;
      }
      for (Status status : Status.values()) {
        for (String name : found.capabilities().getOrDefault(status, List.of())) {
          strongest.merge(name, status, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return strongest.entrySet().stream()
        .flatMap(
            it ->
                Optional.ofNullable(capabilities.get(it.getKey()))
                    .map(capability -> new Requirement(capability, it.getValue()))
                    .stream())
        .toList();
  }
}
