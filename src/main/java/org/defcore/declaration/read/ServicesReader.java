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

/** The part of a declaration that tells of services. */
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
    for (DeclarationMapping form : declaration.forms("services", KEYS)) {
      DeclaredService service = service(form);
      if (!service.type().isEmpty() && !types.add(service.type())) {
        form.problem("service", "\"" + service.type() + "\" is declared twice");
      }
      services.add(service);
    }
    return services;
  }

  private static DeclaredService service(DeclarationMapping form) {
    return new DeclaredService(
        form.text("service", TYPE),
        form.text("project"),
        form.text("version", DeclarationMapping.VERSION),
        form.listed("patches"),
        form.listed("drivers"),
        form.optionalForm("microversions", WINDOW_KEYS).flatMap(ServicesReader::window));
  }

  private static Optional<MicroversionWindow> window(DeclarationMapping form) {
    Optional<MicroversionNumber> min = microversion(form, "min");
    Optional<MicroversionNumber> max = microversion(form, "max");
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (min.get().compareTo(max.get()) > 0) {
      form.problem("max", "expected " + min.get() + " or later but found " + max.get());
    }
    return Optional.of(new MicroversionWindow(min.get(), max.get()));
  }

  private static Optional<MicroversionNumber> microversion(DeclarationMapping form, String key) {
    String text = form.text(key);
    Optional<MicroversionNumber> version = MicroversionNumber.parse(text);
    if (version.isEmpty() && !text.isEmpty()) {
      form.problem(key, "expected a microversion like 2.93 but found \"" + text + "\"");
    }
    return version;
  }
}
