package org.defcore.guideline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Annex.Designation;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Target;

/**
 * Schemas 1.2 to 1.6: everything at the top level, one platform out of components, and each
 * component a target by itself. 1.2 differs from the rest in its tests only.
 */
final class SchemaOneReader implements SchemaReader {

  private static final String PLATFORM = "platform";

  private final Layout layout;
  private final CapabilitiesReader capabilities;
  private final AnnexReader annex = new AnnexReader();

  private SchemaOneReader(Layout layout, TestsReader tests) {
    this.layout = layout;
    this.capabilities = new CapabilitiesReader(tests, "required-since");
  }

  /** For schema 1.2. */
  static SchemaOneReader withListedTests() {
    return new SchemaOneReader(Layout.LISTED_TESTS, new NamedTestsReader());
  }

  /** For schemas 1.3 to 1.6. */
  static SchemaOneReader withKeyedTests() {
    return new SchemaOneReader(Layout.KEYED_TESTS, new KeyedTestsReader());
  }

  @Override
  public Contents read(JsonPlace root) {
    IdentityReader identity = identity(root);
    Map<String, Guideline.Component> components =
        new ComponentsReader().flat(root.at("components"));
    return new Contents(
        identity.read(),
        targets(root.at(PLATFORM), components),
        components,
        capabilities.read(root.at("capabilities")),
        new Annex(
            identity.targetApproval(),
            annex.cutoff(root.at("cutoff_score")),
            annex.criteria(root.at("criteria"), "Description"),
            designations(root.at("designated-sections")),
            annex.repositories(root.at("test-repositories"), "url", "git-sha"),
            List.of(),
            Optional.empty()),
        layout);
  }

  @Override
  public IdentityReader identity(JsonPlace root) {
    return new IdentityReader(root, root);
  }

  private static List<Target> targets(
      JsonPlace platform, Map<String, Guideline.Component> components) {
    List<Target> targets = new ArrayList<>();
    targets.add(
        new Target(
            PLATFORM,
            "OpenStack Powered Platform",
            Target.Kind.PLATFORM,
            platformComponents(platform, components),
            List.of()));
    for (String name : components.keySet()) {
      if (name.equals(PLATFORM)) {
        platform.error("expected no component \"platform\" beside it: both are targets");
      }
      targets.add(new Target(name, name, Target.Kind.COMPONENT, List.of(name), List.of()));
    }
    return targets;
  }

  private static List<String> platformComponents(
      JsonPlace platform, Map<String, Guideline.Component> components) {
    List<String> names = new ArrayList<>();
    if (!platform.node().isObject()) {
      platform.error("expected an object with a list of components but found " + platform.found());
      return names;
    }
    for (JsonPlace item : platform.at("required").items()) {
      String name = item.text();
      if (item.node().isTextual() && !components.containsKey(name)) {
        item.error(
            Rule.UNDEFINED_COMPONENT,
            "expected a component of this file but found " + item.found());
      }
      names.add(name);
    }
    return names;
  }

  private List<Designation> designations(JsonPlace all) {
    List<Designation> designations = new ArrayList<>();
    if (!all.given()) {
      return designations;
    }
    all.members()
        .forEach(
            (status, projects) ->
                projects
                    .members()
                    .forEach(
                        (project, at) ->
                            designations.addAll(
                                annex.designation(project, status, at, List.of()))));
    return designations;
  }
}
