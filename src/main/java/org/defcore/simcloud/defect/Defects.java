package org.defcore.simcloud.defect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.defcore.simcloud.wire.Json;

/** The defects that are switched on, read from their names. Safe for use by many threads. */
public final class Defects {

  /** One distortion of one operation with what it needs to know. */
  record Distorted(Distortion kind, String value, Optional<JsonNode> json) {}

  private final Set<Behaviour> behaviours = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Distorted>> distortions = new ConcurrentHashMap<>();

  private Defects() {}

  public static Defects none() {
    return new Defects();
  }

  /**
   * Reads names such as {@code image.images.list.status=500}.
   *
   * @throws DefectException for the first name that is not understood
   */
  public static Defects read(Collection<String> names, Collection<String> operations) {
    Defects defects = new Defects();
    defects.switchOn(names, operations);
    return defects;
  }

  /**
   * Switches on more.
   *
   * @throws DefectException for the first name that is not understood
   */
  public void switchOn(Collection<String> names, Collection<String> operations) {
    Set<String> known = new TreeSet<>(operations);
    for (String name : names) {
      add(name, known);
    }
  }

  /** Switches all of them off. */
  public void switchOff() {
    behaviours.clear();
    distortions.clear();
  }

  /** Everything that can be switched on, sorted by name, the generic ones first. */
  public static List<Defect> all() {
    List<Defect> all = new ArrayList<>();
    for (Distortion it : Distortion.values()) {
      all.add(new Defect("<operation>." + it.word + it.form, it.description));
    }
    List<Defect> special = new ArrayList<>();
    for (Behaviour it : Behaviour.values()) {
      special.add(new Defect(it.defect(), it.description()));
    }
    special.sort(Comparator.comparing(Defect::name));
    all.addAll(special);
    return List.copyOf(all);
  }

  public boolean on(Behaviour behaviour) {
    return behaviours.contains(behaviour);
  }

  List<Distorted> of(String operation) {
    return distortions.getOrDefault(operation, List.of());
  }

  private void add(String name, Set<String> operations) {
    for (Behaviour behaviour : Behaviour.values()) {
      if (behaviour.defect().equals(name)) {
        behaviours.add(behaviour);
        return;
      }
    }
    int equals = name.indexOf('=');
    String address = equals < 0 ? name : name.substring(0, equals);
    int dot = address.lastIndexOf('.');
    String operation = dot < 0 ? address : address.substring(0, dot);
    if (!operations.contains(operation)) {
      throw new DefectException(
          "unknown defect \"%s\": expected <operation>.<defect> with one of the operations %s"
              .formatted(name, String.join(", ", operations)));
    }
    String word = address.substring(dot + 1);
    String value = equals < 0 ? "" : name.substring(equals + 1);
    Distorted distorted = distorted(name, operation, word, value);
    distortions.computeIfAbsent(operation, it -> new CopyOnWriteArrayList<>()).add(distorted);
  }

  private static Distorted distorted(String name, String operation, String word, String value) {
    for (Distortion kind : Distortion.values()) {
      if (kind.word.equals(word) && kind.hasValue() != value.isEmpty()) {
        return checked(name, kind, value);
      }
    }
    throw new DefectException(
        "unknown defect \"%s\": expected one of %s"
            .formatted(name, String.join(", ", defectsOf(operation))));
  }

  private static List<String> defectsOf(String operation) {
    List<String> names = new ArrayList<>();
    for (Behaviour behaviour : Behaviour.values()) {
      if (behaviour.defect().startsWith(operation + ".")) {
        names.add(behaviour.defect());
      }
    }
    for (Distortion kind : Distortion.values()) {
      names.add(operation + "." + kind.word + kind.form);
    }
    return names;
  }

  private static Distorted checked(String name, Distortion kind, String value) {
    boolean good =
        switch (kind) {
          case STATUS -> value.matches("[2-5]\\d\\d");
          case SLOW -> value.matches("\\d{1,7}");
          case CONTENT -> List.of("html", "empty", "half", "endless", "echo").contains(value);
          case SET, EXTRA, DROP, HEADER_DROP, SILENT, REDIRECT -> true;
        };
    Distorted distorted =
        kind == Distortion.SET ? replacement(value) : new Distorted(kind, value, Optional.empty());
    if (!good || (kind == Distortion.SET && distorted.json().isEmpty())) {
      throw new DefectException(
          "defect \"%s\": expected %s%s but found \"%s\""
              .formatted(name, kind.word, kind.form, value));
    }
    return distorted;
  }

  // A pointer may hold colons itself (OS-FLV-EXT-DATA:ephemeral): the value starts where JSON does.
  private static Distorted replacement(String value) {
    for (int colon = value.indexOf(':'); colon > 0; colon = value.indexOf(':', colon + 1)) {
      byte[] rest = value.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
      Optional<JsonNode> json = Json.read(rest);
      if (json.isPresent()) {
        return new Distorted(Distortion.SET, value.substring(0, colon), json);
      }
    }
    return new Distorted(Distortion.SET, value, Optional.empty());
  }
}
