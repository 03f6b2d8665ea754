package org.defcore.guideline.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.Annex.ForeignComponent;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.library.GuidelineLibrary;

/** Checks that other guidelines have the components that the file takes from them. */
final class SourceChecks implements Checks {

  private final GuidelineLibrary library;

  SourceChecks(GuidelineLibrary library) {
    this.library = library;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (String group : List.of("platforms", "add-ons")) {
      for (var target : subject.document().path(group).properties()) {
        for (var list : target.getValue().properties()) {
          String at = Pointers.to(Pointers.to("/" + group, target.getKey()), list.getKey());
          checkList(subject, list.getValue(), at, findings);
        }
      }
    }
    return findings;
  }

  private void checkList(Subject subject, JsonNode list, String at, List<Finding> findings) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode name = list.path(i).path("name");
      JsonNode source = list.path(i).path("source");
      if (name.isTextual() && source.isTextual()) {
        ForeignComponent component = new ForeignComponent(name.asText(), source.asText());
        library
            .check(subject.guideline(), component, at + "/" + i + "/source")
            .ifPresent(findings::add);
      }
    }
  }
}
