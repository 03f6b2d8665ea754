package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.declaration.GuestKernel;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** Declared guests, kernels and architectures, compared with observed guests and images. */
final class GuestRules {

  private static final String NO_KERNEL = "none";
  private static final String CONSOLE = "guest.console.kernel";

  private GuestRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    return declaration.compute().map(it -> compare(it, observed)).orElse(List.of());
  }

  private static List<ComparedFact> compare(DeclaredCompute compute, ObservedFacts observed) {
    List<ComparedFact> compared = new ArrayList<>();
    compared.add(kernel(compute.guestKernel(), observed));
    compute.engine().ifPresent(it -> compared.add(engine(it, observed)));
    compared.add(guests(compute.guests(), observed));
    compared.add(architecture(compute.architectures(), observed));
    compared.addAll(ImageFormatRules.compare(compute.imageFormats(), observed));
    return compared;
  }

  private static ComparedFact kernel(GuestKernel declared, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Kernel that a server runs on", declared.word());
    Optional<Fact> seen = observed.fact(CONSOLE);
    if (seen.isEmpty()) {
      return claim.unobservable("The run read no console log of a server that had booted.");
    }
    boolean own = !seen.get().value().equals(NO_KERNEL);
    if (own == (declared == GuestKernel.OWN)) {
      return claim.matches(
          seen.get(),
          own
              ? "The console log shows the server booting a kernel."
              : "The console log shows no kernel booting.");
    }
    return claim.contradicts(
        seen.get(),
        own
            ? "The console log shows the server booting a kernel of its own."
            : "The console log shows no kernel booting.");
  }

  private static ComparedFact engine(DeclaredCompute.Engine engine, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Hypervisor or container engine", engine.toString());
    Optional<Fact> seen = observed.fact("guest.console.hypervisor");
    if (seen.isEmpty()) {
      return claim.unobservable(
          "No console log named one; which it is can be seen with admin rights.");
    }
    String declared = engine.name().toLowerCase(Locale.ROOT);
    String named = seen.get().value().toLowerCase(Locale.ROOT);
    if (declared.contains(named)) {
      return claim.matches(
          seen.get(), "The guest found it; its version can be seen with admin rights only.");
    }
    // KVM lets QEMU make the machine, and not every guest notices that there is more to it.
    if (named.equals("qemu") && declared.contains("kvm")) {
      return claim.undecided(seen.get(), "QEMU makes the machines of KVM, too.");
    }
    return claim.contradicts(seen.get(), "The guest found another.");
  }

  private static ComparedFact guests(List<String> guests, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Kinds of guest that boot", String.join(", ", guests));
    Optional<Fact> seen =
        observed
            .fact("guest.kernel")
            .or(() -> observed.fact(CONSOLE))
            .filter(it -> !it.value().equals(NO_KERNEL));
    Optional<String> system = seen.flatMap(it -> system(it.value()));
    if (seen.isEmpty() || system.isEmpty()) {
      return claim.unobservable(
          "No guest was seen from inside, nor did a console log show a kernel that boots.");
    }
    boolean declared =
        guests.stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).startsWith(system.get()));
    return declared
        ? claim.matches(seen.get(), "One of these was seen; of others the run knows nothing.")
        : claim.contradicts(seen.get(), "This one was seen and is not declared.");
  }

  /** {@code linux} of {@code Linux version 6.1.0}; empty if the text begins with a number. */
  private static Optional<String> system(String kernel) {
    return Optional.of(kernel.strip().replaceAll("(?s)[\\s/-].*", "").toLowerCase(Locale.ROOT))
        .filter(it -> it.matches("[a-z]+"));
  }

  private static ComparedFact architecture(List<String> architectures, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("CPU architectures", String.join(", ", architectures));
    Optional<Fact> seen = observed.fact(FactNames.ARCHITECTURE);
    if (seen.isEmpty()) {
      return claim.unobservable("The image that the run used does not say for which it is made.");
    }
    String wanted = architecture(seen.get().value());
    return architectures.stream().map(GuestRules::architecture).anyMatch(wanted::equals)
        ? claim.matches(seen.get(), "The image that the run used is made for it.")
        : claim.contradicts(seen.get(), "The image that the run used is made for another.");
  }

  private static String architecture(String word) {
    String name = word.toLowerCase(Locale.ROOT).replace('-', '_');
    return switch (name) {
      case "amd64", "x64" -> "x86_64";
      case "arm64", "armv8" -> "aarch64";
      default -> name;
    };
  }
}
