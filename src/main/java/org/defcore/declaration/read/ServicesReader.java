package org.defcore.declaration.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.defcore.declaration.DeclaredService;
import org.defcore.declaration.MicroversionNumber;
import org.defcore.declaration.MicroversionWindow;

/** Reads the part of a declaration about services. */
final class ServicesReader {

  private static final List<String> KEYS =
      List.of("service", "project", "version", "patches", "drivers", "microversions");
  private static final List<String> WINDOW_KEYS = List.of("min", "max");
  private static final DeclarationMapping.Text TYPE =
      new DeclarationMapping.Text(
          Pattern.compile("[a-z][a-z0-9-]*"), "a service type in small letters, like object-store");

  private ServicesReader() {}

  static List<DeclaredService> read(DeclarationMapping declaration) {
    List<DeclaredService> services = new ArrayList<>();
    Set<String> types = new HashSet<>();
    for (DeclarationMapping mapping : declaration.mappings("services", KEYS)) {
      DeclaredService service = service(mapping);
      if (!service.type().isEmpty() && !types.add(service.type())) {
        mapping.problem("service", "\"" + service.type() + "\" is declared twice");
      }
      services.add(service);
    }
    return services;
  }

  private static DeclaredService service(DeclarationMapping mapping) {
    return new DeclaredService(
        mapping.text("service", TYPE),
        mapping.text("project"),
        mapping.text("version", DeclarationMapping.VERSION),
        mapping.listed("patches"),
        mapping.listed("drivers"),
        mapping.optionalMapping("microversions", WINDOW_KEYS).flatMap(ServicesReader::window));
  }

  private static Optional<MicroversionWindow> window(DeclarationMapping mapping) {
    Optional<MicroversionNumber> min = microversion(mapping, "min");
    Optional<MicroversionNumber> max = microversion(mapping, "max");
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (min.get().compareTo(max.get()) > 0) {
      mapping.problem("max", "expected " + min.get() + " or later but found " + max.get());
    }
    return Optional.of(new MicroversionWindow(min.get(), max.get()));
  }

  private static Optional<MicroversionNumber> microversion(DeclarationMapping mapping, String key) {
    String text = mapping.text(key);
    Optional<MicroversionNumber> version = MicroversionNumber.parse(text);
    if (version.isEmpty() && !text.isEmpty()) {
      mapping.problem(key, "expected a microversion like 2.93 but found \"" + text + "\"");
    }
    return version;
  }
}
