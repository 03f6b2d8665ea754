package org.defcore.guideline.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Annex.Designation;
import org.defcore.guideline.Annex.ForeignComponent;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.read.Contents.Identity;

/** Schema 2.0: metadata apart, and platforms and add-ons as named groups of components. */
final class SchemaTwoReader implements SchemaReader {

  private final AnnexReader annex = new AnnexReader();

  @Override
  public Contents read(JsonPlace root) {
    JsonPlace metadata = root.at("metadata");
    JsonPlace scoring = metadata.at("scoring");
    IdentityReader reader = identity(root);
    Identity identity = reader.read();
    JsonPlace components = root.at("components");
    Map<String, Guideline.Component> read = new ComponentsReader().nested(components);
    TargetsReader targets = new TargetsReader(identity.id(), read.keySet());
    List<Target> found = targets.read(root);
    List<ForeignComponent> foreign = targets.foreign();
    return new Contents(
        identity,
        found,
        read,
        new CapabilitiesReader(new KeyedTestsReader(), "required_since")
            .read(root.at("capabilities")),
        new Annex(
            reader.targetApproval(),
            annex.cutoff(scoring.at("cutoff_score")),
            annex.criteria(scoring.at("criteria"), "description"),
            designations(root.at("designated_sections"), components),
            annex.repositories(root.at("test_repositories"), "repository", "reference"),
            foreign,
            annex.origin(metadata.at("made_from"))),
        Layout.PLATFORMS);
  }

  @Override
  public IdentityReader identity(JsonPlace root) {
    JsonPlace metadata = root.at("metadata");
    return new IdentityReader(metadata, metadata.at("os_trademark_approval"));
  }

  private List<Designation> designations(JsonPlace all, JsonPlace components) {
    List<Designation> designations = new ArrayList<>();
    if (!all.given()) {
      return designations;
    }
    all.members()
        .forEach(
            (project, statuses) ->
                statuses
                    .members()
                    .forEach(
                        (status, at) ->
                            designations.addAll(
                                annex.designation(
                                    project, status, at, asking(components, status, project)))));
    return designations;
  }

  /** Names of the components that list the project under that status. */
  private static List<String> asking(JsonPlace components, String status, String project) {
    List<String> names = new ArrayList<>();
    components
        .node()
        .fieldNames()
        .forEachRemaining(
            name ->
                components
                    .node()
                    .path(name)
                    .path("designated_sections")
                    .path(status)
                    .forEach(
                        it -> {
                          if (it.asText().equals(project)) {
                            names.add(name);
                          }
                        }));
    return names;
  }
}
