package org.defcore.guideline.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.read.Layout;

/**
 * The guideline to check.
 *
 * @param document that the guideline was read from
 */
record Subject(Guideline guideline, JsonNode document) {

  /** Receives every test entry, with its pointer on demand. */
  interface Visitor {
    void visit(Capability capability, GuidelineTest test, Supplier<String> pointer);
  }

  void eachTest(Visitor visitor) {
    guideline.capabilities().values().forEach(it -> eachTest(it, visitor));
  }

  void eachTest(Capability capability, Visitor visitor) {
    Layout layout = Layout.of(guideline);
    int index = 0;
    for (GuidelineTest test : capability.tests()) {
      int at = index++;
      visitor.visit(capability, test, () -> layout.test(capability.name(), at, test.name()));
    }
  }

  String pointer(Capability capability) {
    return Layout.of(guideline).capability(capability.name());
  }
}
