package org.defcore.simcloud.defect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All defects that a cloud can have: special ones, and distortions of its operations. */
public final class KnownDefects {

  private final List<SpecialDefect> special;
  private final Set<String> operations;

  public KnownDefects(Collection<? extends SpecialDefect> special, Collection<String> operations) {
    this.special = List.copyOf(special);
    this.operations = new TreeSet<>(operations);
  }

  /** Lists all of them by name, the generic ones first, which hold places to fill in. */
  public List<Defect> all() {
    List<Defect> all = new ArrayList<>();
    for (Distortion it : Distortion.values()) {
      all.add(new Defect("<operation>." + it.word + it.form, it.description));
    }
    special.stream()
        .map(SpecialDefect::defect)
        .sorted(Comparator.comparing(Defect::name))
        .forEach(all::add);
    return List.copyOf(all);
  }

  Optional<SpecialDefect> special(String name) {
    return special.stream().filter(it -> it.defect().name().equals(name)).findFirst();
  }

  Distorted distorted(String name) {
    int equals = name.indexOf('=');
    String address = equals < 0 ? name : name.substring(0, equals);
    int dot = address.lastIndexOf('.');
    String operation = dot < 0 ? address : address.substring(0, dot);
    if (!operations.contains(operation)) {
      throw new DefectException(
          "unknown defect \"%s\": expected OPERATION.DEFECT as listed by simulate --list-defects"
              .formatted(name));
    }
    String word = address.substring(dot + 1);
    String value = equals < 0 ? "" : name.substring(equals + 1);
    for (Distortion kind : Distortion.values()) {
      if (kind.word.equals(word) && kind.hasValue() != value.isEmpty()) {
        return Distorted.read(operation, kind, value)
            .filter(this::isPossible)
            .orElseThrow(() -> bad(name, kind, value));
      }
    }
    throw new DefectException(
        "unknown defect \"%s\": expected one of %s"
            .formatted(name, String.join(", ", defectsOf(operation))));
  }

  private boolean isPossible(Distorted read) {
    return read.kind() != Distortion.AS
        || (operations.contains(read.value())
            && service(read.value()).equals(service(read.operation())));
  }

  private static String service(String operation) {
    return operation.substring(0, operation.indexOf('.'));
  }

  private static DefectException bad(String name, Distortion kind, String value) {
    return new DefectException(
        "defect \"%s\": expected %s%s but found \"%s\""
            .formatted(name, kind.word, kind.form, value));
  }

  private List<String> defectsOf(String operation) {
    List<String> names = new ArrayList<>();
    for (SpecialDefect it : special) {
      if (it.defect().name().startsWith(operation + ".")) {
        names.add(it.defect().name());
      }
    }
    for (Distortion kind : Distortion.values()) {
      names.add(operation + "." + kind.word + kind.form);
    }
    return names;
  }
}
