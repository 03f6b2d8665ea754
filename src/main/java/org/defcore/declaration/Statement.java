package org.defcore.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a declaration, in words for people who review it.
 *
 * @param what subject of the statement, the same in every declaration
 */
public record Statement(String what, String value) {

  private static final String NONE = "none";

  /** The whole declaration, in the order of its file. */
  public static List<Statement> of(Declaration declaration) {
    return Stream.of(
            product(declaration.product(), declaration.contact()),
            declaration.identity().map(Statement::identity).orElse(List.of()),
            declaration.compute().map(Statement::compute).orElse(List.of()),
            declaration.network().stream().map(Statement::network).toList(),
            declaration.objectStore().stream()
                .map(it -> new Statement("Object store", it.toString()))
                .toList(),
            declaration.services().stream().flatMap(it -> service(it).stream()).toList(),
            List.of(new Statement("API policies switched off", policies(declaration))),
            declaration.sections().stream().map(Statement::section).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Statement> product(Product product, Contact contact) {
    return List.of(
        new Statement("Vendor", product.vendor()),
        new Statement("Product", product.name() + " " + product.version()),
        new Statement("Product type", product.type().word().replace('-', ' ')),
        new Statement("OpenStack release", product.release()),
        new Statement("Contact", contact.name() + ", " + contact.email()));
  }

  private static List<Statement> identity(DeclaredIdentity identity) {
    return List.of(
        new Statement(
            "Password history", identity.passwordHistory().map(String::valueOf).orElse(NONE)),
        new Statement(
            "Lockout", identity.lockout().map(DeclaredIdentity.Lockout::toString).orElse(NONE)));
  }

  private static List<Statement> compute(DeclaredCompute compute) {
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement("Kind of compute", compute.kindAsWritten()));
    compute
        .engine()
        .ifPresent(it -> statements.add(new Statement("Hypervisor or engine", it.toString())));
    statements.add(new Statement("CPU architectures", list(compute.architectures())));
    statements.add(new Statement("Guests", list(compute.guests())));
    statements.add(new Statement("Image formats that boot", list(compute.imageFormats())));
    statements.add(
        new Statement(
            "Kernel of a guest",
            switch (compute.guestKernel()) {
              case OWN -> "its own";
              case SHARED -> "that of its host";
              case NONE -> "no guest runs";
            }));
    statements.add(
        new Statement(
            "Operations not offered",
            list(
                compute.notOffered().stream()
                    .map(it -> it.operation().word() + " (" + it.reason() + ")")
                    .toList())));
    return statements;
  }

  private static Statement network(DeclaredNetwork network) {
    String model = network.model().word().replace('-', ' ');
    return new Statement("Network", model + ", IPv6: " + network.ipv6().word());
  }

  private static List<Statement> service(DeclaredService service) {
    String title = "Service " + service.type();
    String patches = service.patches().isEmpty() ? "" : "; patches: " + list(service.patches());
    Optional<Statement> window =
        service.microversions().map(it -> new Statement(title + ", microversions", it.toString()));
    return Stream.concat(
            Stream.of(
                new Statement(
                    title,
                    "%s %s; drivers: %s%s"
                        .formatted(
                            service.project(),
                            service.version(),
                            list(service.drivers()),
                            patches))),
            window.stream())
        .toList();
  }

  private static String policies(Declaration declaration) {
    return list(
        declaration.policiesOff().stream()
            .map(it -> it.service() + " " + it.rule() + " (" + it.reason() + ")")
            .toList());
  }

  private static Statement section(DesignatedSection section) {
    String note = section.note().isEmpty() ? "" : ": " + section.note();
    return new Statement(
        "Designated section of " + section.project() + ", " + section.section(),
        section.state().word() + note);
  }

  private static String list(List<String> words) {
    return words.isEmpty() ? NONE : words.stream().collect(Collectors.joining(", "));
  }
}
