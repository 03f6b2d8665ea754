package org.defcore.simcloud.objectstore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Reply;

/**
 * The headers that a place of the store keeps and shows. A change leaves those that it does not
 * name; one without a value is removed.
 */
enum Notes {
  ACCOUNT("x-account-meta-"),
  /** With a defect: one without a value stays. */
  ACCOUNT_WITH_EMPTY("x-account-meta-"),
  CONTAINER(
      "x-container-meta-",
      "x-container-read",
      "x-container-write",
      "x-versions-location",
      "x-history-location"),
  /** Those of an object are replaced all at once. */
  OBJECT("x-object-meta-", "x-object-manifest", "content-disposition", "content-encoding");

  private static final String REMOVE = "x-remove-";

  private final List<String> kept;

  Notes(String... kept) {
    this.kept = List.of(kept);
  }

  Map<String, String> changed(Map<String, String> before, Incoming request) {
    Map<String, String> after = new TreeMap<>(before);
    request
        .headers()
        .forEach(
            (header, value) -> {
              boolean removes = header.startsWith(REMOVE);
              String name = removes ? "x-" + header.substring(REMOVE.length()) : header;
              if (keeps(name) && (removes || (value.isEmpty() && this != ACCOUNT_WITH_EMPTY))) {
                after.remove(capitalized(name));
              } else if (keeps(name)) {
                after.put(capitalized(name), value);
              }
            });
    return after;
  }

  private boolean keeps(String name) {
    return kept.stream().anyMatch(it -> it.endsWith("-") ? name.startsWith(it) : name.equals(it));
  }

  static Reply shown(Map<String, String> notes, Reply reply) {
    Reply all = reply;
    for (Map.Entry<String, String> note : notes.entrySet()) {
      all = all.with(note.getKey(), note.getValue());
    }
    return all;
  }

  private static String capitalized(String header) {
    StringBuilder name = new StringBuilder();
    for (String word : header.split("-", -1)) {
      name.append(name.isEmpty() ? "" : "-");
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
