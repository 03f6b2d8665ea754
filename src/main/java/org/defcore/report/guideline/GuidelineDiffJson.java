package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.diff.GuidelineDiff.Change;
import org.defcore.guideline.diff.GuidelineDiff.FlagChange;
import org.defcore.guideline.diff.GuidelineDiff.Listed;
import org.defcore.guideline.diff.GuidelineDiff.Standing;
import org.defcore.guideline.diff.GuidelineDiff.StatusChange;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;
import org.defcore.guideline.diff.GuidelineDiff.TestRef;
import org.defcore.guideline.diff.GuidelineDiff.Tests;

/** Changes between guidelines as JSON: every list, also the empty ones. */
final class GuidelineDiffJson {

  ObjectNode value(GuidelineDiff diff) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    head(node.putObject("from"), diff.from());
    head(node.putObject("to"), diff.to());
    objects(node, "guideline", diff.facts(), GuidelineDiffJson::change);
    listed(node.putObject("releases"), diff.releases());
    listed(node.putObject("targets"), diff.targets());
    ObjectNode capabilities = node.putObject("capabilities");
    objects(capabilities, "added", diff.addedCapabilities(), GuidelineDiffJson::capability);
    objects(capabilities, "removed", diff.removedCapabilities(), GuidelineDiffJson::capability);
    objects(capabilities, "status", diff.statuses(), GuidelineDiffJson::status);
    tests(node.putObject("tests"), diff.tests());
    objects(node, "weights", diff.weights(), GuidelineDiffJson::change);
    objects(node, "designated_sections", diff.sections(), GuidelineDiffJson::change);
    return node;
  }

  private static void head(ObjectNode node, Guideline guideline) {
    node.put("id", guideline.id());
    node.put("schema", guideline.schema());
    node.put("content_hash", guideline.contentHash());
  }

  private static void tests(ObjectNode node, Tests tests) {
    objects(node, "added", tests.added(), (child, it) -> entry(child, it, "corrects"));
    objects(node, "removed", tests.removed(), (child, it) -> entry(child, it, "corrected_by"));
    objects(
        node,
        "moved",
        tests.moved(),
        (child, it) -> {
          test(child, it.test());
          strings(child, "left", it.left());
          strings(child, "joined", it.joined());
        });
    objects(
        node,
        "renamed",
        tests.renamed(),
        (child, it) -> {
          test(child, it.test());
          strings(child, "former", it.former());
          strings(child, "names", it.names());
        });
    objects(node, "flags", tests.flags(), GuidelineDiffJson::flags);
  }

  private static void change(ObjectNode node, Change change) {
    node.put("what", change.what()).put("from", change.from()).put("to", change.to());
  }

  private static void listed(ObjectNode node, Listed listed) {
    strings(node, "added", listed.added());
    strings(node, "removed", listed.removed());
  }

  private static void capability(ObjectNode node, CapabilityEntry entry) {
    node.put("name", entry.name());
    node.put("tests", entry.tests());
    objects(node, "targets", entry.standings(), GuidelineDiffJson::standing);
  }

  private static void standing(ObjectNode node, Standing standing) {
    node.put("status", standing.status().word());
    strings(node, "targets", standing.targets());
  }

  private static void status(ObjectNode node, StatusChange change) {
    node.put("name", change.capability());
    change.from().ifPresent(it -> node.put("from", it.word()));
    change.to().ifPresent(it -> node.put("to", it.word()));
    strings(node, "targets", change.targets());
  }

  private static void entry(ObjectNode node, TestEntry entry, String relation) {
    test(node, entry.test());
    strings(node, "capabilities", entry.capabilities());
    objects(node, "flags", entry.flags(), GuidelineDiffJson::flag);
    objects(node, relation, entry.counterparts(), GuidelineDiffJson::test);
  }

  private static void test(ObjectNode node, TestRef test) {
    test.id().ifPresent(it -> node.put("id", it.toString()));
    node.put("name", test.name());
  }

  private static void flags(ObjectNode node, FlagChange change) {
    test(node, change.test());
    node.put("capability", change.capability());
    flag(node, "from", change.from());
    flag(node, "to", change.to());
  }

  private static void flag(ObjectNode node, String key, Optional<Flag> flag) {
    flag.ifPresent(it -> flag(node.putObject(key), it));
  }

  private static void flag(ObjectNode node, Flag flag) {
    flag.code().ifPresent(it -> node.put("code", it));
    node.put("reason", flag.reason());
  }

  private static <T> void objects(
      ObjectNode node, String key, List<T> elements, BiConsumer<ObjectNode, T> filler) {
    ArrayNode list = node.putArray(key);
    elements.forEach(it -> filler.accept(list.addObject(), it));
  }

  private static void strings(ObjectNode node, String key, List<String> values) {
    ArrayNode list = node.putArray(key);
    values.forEach(list::add);
  }
}
