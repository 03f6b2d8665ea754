package org.defcore.guideline.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Status;
import org.defcore.guideline.draft.JsonText.Member;
import org.defcore.guideline.draft.JsonText.Span;
import org.defcore.guideline.draft.JsonText.Value;
import org.defcore.guideline.read.GuidelineReader;

/**
 * The next draft of a guideline according to the process: flags are dropped, advisory capabilities
 * become required, deprecated ones become removed, removed ones disappear. Order and layout of the
 * file stay, so that a comparison of the texts shows what changed and nothing else.
 */
public final class GuidelineDraft {

  private static final Pattern ID = Pattern.compile("(.*?)(\\d{4})\\.(\\d\\d)");
  private static final String BYTE_ORDER = "\uFEFF";
  private static final int JUNE = 6;
  private static final int NOVEMBER = 11;

  private final String source;
  private final String id;
  private final Value root;
  private final TextEdits edits;
  private final Set<String> promoted = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();

  private GuidelineDraft(String source, String id, String text) {
    this.source = source;
    this.id = id;
    this.root = JsonText.of(text);
    this.edits = new TextEdits(text);
  }

  /**
   * The text of the draft.
   *
   * @param source name of the content in errors: file or name as the user wrote it
   * @param newId of the draft; absent for the June or November that follows the guideline's own
   * @throws GuidelineException for content that cannot be used, has another schema than 2.0, or has
   *     an id that no cycle follows from
   */
  public static String of(String source, byte[] content, Optional<String> newId) {
    Guideline guideline = new GuidelineReader().read(source, content);
    if (!guideline.schema().equals("2.0")) {
      throw new GuidelineException(
          "%s: expected schema 2.0 but found %s: drafts are made from that alone"
              .formatted(source, guideline.schema()));
    }
    String id = newId.orElseGet(() -> next(source, guideline.id()));
    checkId(id, guideline.id());
    String text = new String(content, StandardCharsets.UTF_8);
    String mark = text.startsWith(BYTE_ORDER) ? BYTE_ORDER : "";
    String draft =
        mark + new GuidelineDraft(source, id, text.substring(mark.length())).draft(guideline.id());
    new GuidelineReader().read(source + " as a draft", draft.getBytes(StandardCharsets.UTF_8));
    return draft;
  }

  private static void checkId(String id, String before) {
    if (!ID.matcher(id).matches()) {
      throw new GuidelineException(
          "--id: expected an id that ends in a year and month, as 2027.06, but found \"%s\""
              .formatted(id));
    }
    if (id.equals(before)) {
      throw new GuidelineException(
          "--id: expected another id than that of the guideline before but found \"%s\""
              .formatted(id));
    }
  }

  /** The next cycle; guidelines are published in June and November. */
  private static String next(String source, String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new GuidelineException(
          "%s: no cycle follows from the id \"%s\": name the draft's with --id"
              .formatted(source, id));
    }
    int year = Integer.parseInt(matcher.group(2));
    int month = Integer.parseInt(matcher.group(3));
    return matcher.group(1)
        + (month >= NOVEMBER ? year + 1 : year)
        + (month >= JUNE && month < NOVEMBER ? ".11" : ".06");
  }

  private String draft(String before) {
    Value components = needed(root, "components", "");
    components.members().forEach((name, it) -> move(it.value(), "/components/" + name));
    components.members().forEach((name, it) -> keepListed(it.value()));
    capabilities();
    metadata(before);
    return edits.result();
  }

  private void metadata(String before) {
    Value metadata = needed(root, "metadata", "");
    List<String> keys = List.copyOf(metadata.members().keySet());
    // The list that the one before was made from is not the draft's.
    remove(metadata, it -> keys.get(it).equals("made_from"));
    edits.replace(needed(metadata, "id", "/metadata").span(), quoted(id));
    metadata
        .at("source")
        .filter(it -> it.text().endsWith("/" + before + ".json"))
        .ifPresent(
            it -> {
              String folder = it.text().substring(0, it.text().length() - before.length() - 5);
              edits.replace(it.span(), quoted(folder + id + ".json"));
            });
    String at = "/metadata/os_trademark_approval";
    Value approval = needed(metadata, "os_trademark_approval", "/metadata");
    edits.replace(needed(approval, "status", at).span(), quoted("draft"));
    // Some add-ons give their whole id here.
    String series = Approval.series(before);
    approval
        .at("target_approval")
        .ifPresent(
            it -> {
              boolean whole = !series.isEmpty() && it.text().startsWith(series + ".");
              edits.replace(it.span(), quoted(whole ? id : cycle()));
            });
    Optional<Value> replaces = approval.at("replaces");
    replaces.ifPresent(it -> edits.replace(it.span(), quoted(before)));
    if (replaces.isEmpty()) {
      Span first = approval.members().values().iterator().next().span();
      String indent = edits.text(new Span(approval.span().from() + 1, first.from()));
      edits.insert(first.from(), "\"replaces\": " + quoted(before) + "," + indent);
    }
  }

  private void move(Value component, String at) {
    Value lists = needed(component, "capabilities", at);
    String below = at + "/capabilities";
    filled(lists, Status.ADVISORY)
        .ifPresent(
            advisory -> {
              append(needed(lists, Status.REQUIRED.word(), below), advisory);
              edits.replace(advisory.inside(), "");
              advisory.items().forEach(it -> promoted.add(it.text()));
            });
    lists
        .at(Status.REMOVED.word())
        .ifPresent(removed -> removed.items().forEach(it -> dropped.add(it.text())));
    Optional<Value> deprecated = filled(lists, Status.DEPRECATED);
    deprecated.ifPresent(
        it -> {
          Value removed = needed(lists, Status.REMOVED.word(), below);
          edits.replace(removed.inside(), edits.text(it.inside()));
          edits.replace(it.inside(), "");
        });
    if (deprecated.isEmpty()) {
      filled(lists, Status.REMOVED).ifPresent(it -> edits.replace(it.inside(), ""));
    }
  }

  private static Optional<Value> filled(Value lists, Status status) {
    return lists.at(status.word()).filter(it -> !it.items().isEmpty());
  }

  /** Appends in the layout of the list; an empty list gets that of the other. */
  private void append(Value list, Value more) {
    if (list.items().isEmpty()) {
      edits.replace(list.inside(), edits.text(more.inside()));
      return;
    }
    Set<String> there = new HashSet<>();
    list.items().forEach(it -> there.add(it.text()));
    Span first = list.items().get(0).span();
    String gap = "," + edits.text(new Span(list.inside().from(), first.from()));
    String separator = gap.equals(",") ? ", " : gap;
    StringBuilder added = new StringBuilder();
    more.items().stream()
        .filter(it -> there.add(it.text()))
        .forEach(it -> added.append(separator).append(edits.text(it.span())));
    edits.insert(list.items().get(list.items().size() - 1).span().to(), added.toString());
  }

  /** Keeps what another component still lists: it is neither dropped nor newly required. */
  private void keepListed(Value component) {
    component
        .at("capabilities")
        .ifPresent(
            lists ->
                lists
                    .members()
                    .forEach(
                        (status, it) -> {
                          if (!status.equals(Status.REMOVED.word())) {
                            it.value().items().forEach(item -> dropped.remove(item.text()));
                          }
                          if (status.equals(Status.REQUIRED.word())) {
                            it.value().items().forEach(item -> promoted.remove(item.text()));
                          }
                        }));
  }

  private void capabilities() {
    Value capabilities = needed(root, "capabilities", "");
    List<String> names = List.copyOf(capabilities.members().keySet());
    remove(capabilities, it -> dropped.contains(names.get(it)));
    capabilities
        .members()
        .forEach(
            (name, it) -> {
              if (!dropped.contains(name)) {
                capability(name, it.value());
              }
            });
  }

  private void capability(String name, Value capability) {
    if (promoted.contains(name)) {
      capability
          .at("required_since")
          .ifPresent(it -> edits.replace(it.span(), quoted(ID.matcher(id).replaceFirst("$2.$3"))));
    }
    capability
        .at("tests")
        .ifPresent(tests -> tests.members().values().forEach(it -> unflag(it.value())));
  }

  private void unflag(Value test) {
    List<String> keys = new ArrayList<>(test.members().keySet());
    Set<String> flags = Set.of("flagged", "flag");
    if (keys.stream().anyMatch(flags::contains)) {
      remove(test, it -> flags.contains(keys.get(it)));
    }
  }

  private void remove(Value object, IntPredicate gone) {
    edits.remove(
        object.inside(), object.members().values().stream().map(Member::span).toList(), gone);
  }

  private String cycle() {
    return ID.matcher(id).replaceFirst("$2.$3");
  }

  private Value needed(Value object, String key, String at) {
    return object
        .at(key)
        .orElseThrow(
            () ->
                new GuidelineException(
                    "%s: %s: expected the key \"%s\" but found none: a draft needs it"
                        .formatted(source, at.isEmpty() ? "/" : at, key)));
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
