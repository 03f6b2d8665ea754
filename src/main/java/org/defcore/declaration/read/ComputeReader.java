package org.defcore.declaration.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Operation;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.declaration.GuestKernel;
import org.defcore.declaration.NotOffered;

/** Reads the part of a declaration about servers. */
final class ComputeReader {

  private static final List<String> KEYS =
      List.of(
          "kind", "engine", "architectures", "guests", "image_formats", "kernel", "not_offered");
  private static final List<String> ENGINE_KEYS = List.of("name", "version");
  private static final List<String> NOT_OFFERED_KEYS = List.of("operation", "reason");

  private ComputeReader() {}

  static Optional<DeclaredCompute> read(DeclarationMapping declaration) {
    return declaration.optionalMapping("compute", KEYS).map(ComputeReader::compute);
  }

  private static DeclaredCompute compute(DeclarationMapping mapping) {
    String kind = mapping.text("kind");
    return new DeclaredCompute(
        kind,
        engine(mapping, kind),
        mapping.texts("architectures"),
        mapping.texts("guests"),
        mapping.texts("image_formats"),
        mapping.word("kernel", GuestKernel.values(), GuestKernel::word),
        notOffered(mapping));
  }

  private static Optional<DeclaredCompute.Engine> engine(DeclarationMapping mapping, String kind) {
    if (!mapping.has("engine") && !kind.isEmpty() && !kind.equals(Kind.BARE_METAL.word())) {
      mapping.problem("engine", "must be given, as the kind is " + kind);
    }
    return mapping
        .optionalMapping("engine", ENGINE_KEYS)
        .map(
            it ->
                new DeclaredCompute.Engine(
                    it.text("name"), it.text("version", DeclarationMapping.VERSION)));
  }

  private static List<NotOffered> notOffered(DeclarationMapping mapping) {
    List<NotOffered> all = new ArrayList<>();
    Set<Operation> operations = EnumSet.noneOf(Operation.class);
    for (DeclarationMapping each : mapping.listedMappings("not_offered", NOT_OFFERED_KEYS)) {
      String word = each.text("operation");
      Optional<Operation> operation = Operation.parse(word);
      String reason = each.text("reason");
      if (operation.isEmpty() && !word.isEmpty()) {
        each.problem(
            "operation", "expected one of " + Operation.words() + " but found \"" + word + "\"");
      }
      if (operation.isPresent() && !operations.add(operation.get())) {
        each.problem("operation", "\"" + word + "\" stands in not_offered twice");
      }
      operation.ifPresent(it -> all.add(new NotOffered(it, reason)));
    }
    return all;
  }
}
