package org.defcore.guideline.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.defcore.guideline.Capability;
import org.defcore.guideline.TestId;

/**
 * A guideline of schema 2.0 that asks for the tests of a list. Its capabilities are those of the
 * guidelines that have the tests; else they go by service and area of a test's name.
 */
public final class ListGuideline {

  private static final String SCHEMA =
      "https://opendev.org/openstack/interop/raw/branch/master/doc/source/schema/2.0.json";
  private static final List<String> EMPTY = List.of("advisory", "deprecated", "removed");

  /** A capability with its part of the list, by name. */
  private record Group(
      String description,
      String project,
      boolean admin,
      Optional<String> since,
      Map<String, TestId> tests) {}

  private final ListedTests listed;
  private final KnownTests known;
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, Integer> placedHere = new TreeMap<>();

  /**
   * @param known guidelines that say where tests belong
   * @param earlier whether one of the guidelines before has a test
   */
  public ListGuideline(ListedTests listed, KnownTests known, Predicate<TestId> earlier) {
    this.listed = listed;
    this.known = known;
    listed
        .tests()
        .keySet()
        .forEach(
            id -> {
              List<String> capabilities = place(id);
              if (!earlier.test(id)) {
                capabilities.forEach(it -> placedHere.merge(it, 1, Integer::sum));
              }
            });
  }

  private List<String> place(TestId id) {
    Optional<KnownTests.Placement> placement = known.placement(id);
    String name = mainName(id);
    if (placement.isEmpty()) {
      NamedArea area = NamedArea.of(name);
      group(
              area.capability(),
              new Group(
                  "What the tests of this area check; grouped by their names",
                  area.project(),
                  false,
                  Optional.empty(),
                  new TreeMap<>()))
          .tests()
          .put(name, id);
      return List.of(area.capability());
    }
    for (Capability it : placement.get().capabilities()) {
      group(
              it.name(),
              new Group(
                  it.description(), it.project(), it.admin(), it.requiredSince(), new TreeMap<>()))
          .tests()
          .put(name, id);
    }
    return placement.get().capabilities().stream().map(Capability::name).toList();
  }

  private Group group(String name, Group fresh) {
    return groups.computeIfAbsent(name, it -> fresh);
  }

  /** The name that is known best, if the list has it; else the first of the list. */
  private String mainName(TestId id) {
    List<String> names = listed.tests().getOrDefault(id, List.of());
    return known.name(id).filter(names::contains).orElseGet(() -> names.get(0));
  }

  /** Capabilities, with the number of their tests that no guideline before has. */
  public Map<String, Integer> placedHere() {
    return new TreeMap<>(placedHere);
  }

  public int capabilities() {
    return groups.size();
  }

  /**
   * The whole file.
   *
   * @param list name of the list
   * @param sha256 of its content
   */
  public ObjectNode document(ListTerms terms, ListTargets targets, String list, String sha256) {
    Map<String, List<String>> components = targets.filled(groups.keySet());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = metadata(terms);
    metadata.set("made_from", origin(terms, list, sha256));
    document.set("metadata", metadata);
    document.set("platforms", targets.standing(components.keySet()));
    ObjectNode nodes = document.putObject("components");
    components.forEach((name, it) -> component(nodes.putObject(name), it));
    ObjectNode capabilities = document.putObject("capabilities");
    groups.forEach((name, it) -> capability(capabilities.putObject(name), it));
    document.putObject("designated_sections");
    document.set("test_repositories", repositories());
    return document;
  }

  private ObjectNode metadata(ListTerms terms) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("id", terms.id()).put("schema", "2.0").put("reference", SCHEMA);
    terms.source().ifPresent(it -> metadata.put("source", it));
    ObjectNode approval = metadata.putObject("os_trademark_approval");
    terms.approved().ifPresent(it -> approval.put("target_approval", it));
    terms.replaces().ifPresent(it -> approval.put("replaces", it));
    strings(approval.putArray("releases"), terms.releases());
    approval.put("status", terms.approval());
    return metadata;
  }

  private ObjectNode origin(ListTerms terms, String list, String sha256) {
    ObjectNode origin = JsonNodeFactory.instance.objectNode();
    origin.put("list", list).put("sha256", sha256);
    origin.put("names", listed.names()).put("tests", listed.tests().size());
    placedHere.forEach(origin.putObject("placed_here")::put);
    if (!listed.unplaced().isEmpty()) {
      strings(
          origin.putArray("not_placed"),
          listed.unplaced().stream().map(ListedTests.Unplaced::words).toList());
    }
    terms
        .reconstructs()
        .ifPresent(
            it -> {
              origin.put("reconstructs", it);
              strings(origin.putArray("unknown"), terms.unknown());
            });
    return origin;
  }

  private static void component(ObjectNode node, Collection<String> capabilities) {
    ObjectNode lists = node.putObject("capabilities");
    strings(lists.putArray("required"), capabilities);
    EMPTY.forEach(lists::putArray);
    node.putObject("designated_sections");
  }

  private void capability(ObjectNode node, Group group) {
    node.putArray("achievements");
    node.put("admin", group.admin()).put("description", group.description());
    node.put("project", group.project());
    group.since().ifPresent(it -> node.put("required_since", it));
    ObjectNode tests = node.putObject("tests");
    group.tests().forEach((name, id) -> test(tests.putObject(name), name, id));
  }

  private void test(ObjectNode node, String name, TestId id) {
    node.put("idempotent_id", "id-" + id);
    List<String> aliases = new ArrayList<>(listed.tests().getOrDefault(id, List.of()));
    aliases.remove(name);
    if (!aliases.isEmpty()) {
      strings(node.putArray("aliases"), aliases);
    }
  }

  private ObjectNode repositories() {
    ObjectNode repositories = JsonNodeFactory.instance.objectNode();
    TreeSet<String> packages = new TreeSet<>();
    listed
        .tests()
        .values()
        .forEach(it -> it.forEach(name -> packages.add(name.replaceAll("\\..*", ""))));
    for (String it : packages) {
      String project = it.replaceAll("_tests$", "-plugin").replace('_', '-');
      repositories
          .putObject(project)
          .put("repository", "https://opendev.org/openstack/" + project)
          .put("reference", "unknown")
          .put("description", "The suite whose tests begin with " + it + ".");
    }
    return repositories;
  }

  private static void strings(ArrayNode list, Collection<String> values) {
    values.forEach(list::add);
  }
}
