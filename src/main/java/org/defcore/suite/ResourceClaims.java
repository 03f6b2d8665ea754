package org.defcore.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.http.json.StrictJson;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Poll;
import org.defcore.kit.Refusals;
import org.defcore.kit.resource.ResourceKind;

/** Claims about the fields of resources; a failure names each field with both values. */
public final class ResourceClaims {

  /** Fields that follow from any change. */
  private static final String[] OF_A_CHANGE = {"updated_at", "revision_number"};

  private ResourceClaims() {}

  /** Passes if a new one is answered with all that is asked for, and shown as it was answered. */
  public static <T extends Identified> T assertCreates(
      Resource<T> resources, ResourceKind kind, Wanted wanted, Cleanup cleanup) {
    T made = cleanup.create(kind, wanted, resources::create);
    assertFields("POST " + resources.path(), resources, wanted, made);
    assertUnchanged(resources, made);
    return made;
  }

  /** Passes if a change is answered and shown as asked for, and changes nothing else. */
  public static <T extends Identified> T assertChanges(
      Resource<T> resources, T before, Wanted changes) {
    T changed = resources.having(changes, before);
    assertBecomes(resources, changed, changes);
    return changed;
  }

  /** Passes if a change is answered and shown like that. */
  public static <T extends Identified> void assertBecomes(
      Resource<T> resources, T changed, Wanted changes) {
    String id = changed.id();
    T answered = resources.update(id, changes);
    // The answer may leave out what not all answers have to have.
    List<String> told = Stream.concat(keys(tree(answered)), keys(changes.fields())).toList();
    assertSame(
        "PUT " + resources.path(id),
        tree(changed).<ObjectNode>deepCopy().retain(told),
        answered,
        OF_A_CHANGE);
    assertUnchanged(resources, changed);
  }

  /** Waits until one is shown in that status; a status of errors ends the wait. */
  public static <T> T awaitStatus(
      Poll poll, Resource<T> resources, String id, String status, Function<T, String> of) {
    return poll.until(
        "%s to show %s".formatted(call(resources, id), status),
        () -> resources.get(id),
        it -> of.apply(it).equals(status),
        it -> of.apply(it).toLowerCase(Locale.ROOT).startsWith("error"));
  }

  /** Deletes one; passes if it is neither listed nor found from then on. */
  public static void assertDeletesAtOnce(Resource<? extends Identified> resources, String id) {
    resources.delete(id);
    ListClaims.assertLacks(resources, id);
    Refusals.assertRefused(404, () -> resources.get(id));
  }

  /** Deletes one and waits until it is gone; passes if it is not listed then. */
  public static <T> void assertDeletesInTime(
      Resource<T> resources,
      Resource<? extends Identified> list,
      ResourceKind kind,
      String id,
      Cleanup cleanup,
      Poll poll) {
    resources.delete(id);
    poll.like(kind + " gone").untilGone(call(resources, id), () -> resources.get(id));
    ListClaims.assertLacks(list, id);
    cleanup.removed(kind, id);
  }

  /** Passes if it is shown like that. */
  public static <T extends Identified> void assertShows(
      Resource<T> resources, T expected, Query... by) {
    String id = expected.id();
    assertSame(call(resources, id, by), expected, resources.get(id, by));
  }

  /** Passes if it is shown as it was before; only what follows from any change may differ. */
  public static <T extends Identified> void assertUnchanged(Resource<T> resources, T before) {
    String id = before.id();
    assertSame(call(resources, id), before, resources.get(id), OF_A_CHANGE);
  }

  /** Passes if it is shown with its id and these fields; the others do not matter. */
  public static <T> T assertShows(Resource<T> resources, String id, Wanted fields) {
    T shown = resources.get(id);
    assertFields(call(resources, id), resources, fields.with("id", id), shown);
    return shown;
  }

  /** Passes if an answer has these fields; the others do not matter. */
  public static <T> void assertFields(String call, Resource<T> resources, Wanted fields, T answer) {
    assertSame(call, resources.having(fields, answer), answer);
  }

  /** Passes if a document has these fields; it may have others, as may the objects in it. */
  public static void assertHolds(String call, Object fields, Object document) {
    assertSame(call, fields, retained(tree(fields), tree(document)));
  }

  /** A document without the fields of objects that their counterparts lack. */
  private static JsonNode retained(JsonNode like, JsonNode document) {
    if (!like.isObject() || !document.isObject()) {
      return document;
    }
    ObjectNode kept = StrictJson.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> field : like.properties()) {
      String name = field.getKey();
      Optional.ofNullable(document.get(name))
          .ifPresent(it -> kept.set(name, retained(field.getValue(), it)));
    }
    return kept;
  }

  /**
   * Passes if two have the same fields with the same values.
   *
   * @param call that was answered: {@code PUT /v2.0/ports/1}
   * @param but fields that may differ
   */
  public static void assertSame(String call, Object expected, Object answer, String... but) {
    List<String> differences = differences("", tree(expected, but), tree(answer, but)).toList();
    if (!differences.isEmpty()) {
      throw new AssertionError(call + ": " + String.join("; ", differences));
    }
  }

  private static String call(Resource<?> resources, String id, Query... by) {
    return ListClaims.call(resources.path(id), by);
  }

  /** The fields; a node that is no object as it is. */
  private static JsonNode tree(Object answer, String... but) {
    JsonNode tree = answer instanceof JsonNode node ? node : StrictJson.MAPPER.valueToTree(answer);
    return tree instanceof ObjectNode fields ? fields.deepCopy().remove(List.of(but)) : tree;
  }

  private static Stream<String> differences(String at, JsonNode expected, JsonNode found) {
    if (expected.isContainerNode() && expected.getNodeType() == found.getNodeType()) {
      return Stream.concat(keys(expected), keys(found))
          .distinct()
          .flatMap(it -> differences(at + "/" + it, expected.at("/" + it), found.at("/" + it)));
    }
    String place = at.isEmpty() ? "" : at + ": ";
    return Stream.of("%sexpected %s but found %s".formatted(place, text(expected), text(found)))
        .filter(it -> !expected.equals(found));
  }

  /** Names of fields or indices of elements, as JSON pointers have them. */
  private static Stream<String> keys(JsonNode node) {
    return node.isArray()
        ? IntStream.range(0, node.size()).mapToObj(String::valueOf)
        : node.propertyStream().map(it -> it.getKey().replace("~", "~0").replace("/", "~1"));
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
