package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Kind;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredCompute;
import org.defcore.result.Fact;

/** The declared kind of servers, compared with observations of console, guest and image. */
final class KindRules {

  private static final String NO_KERNEL = "none";
  private static final String BOOT_TIME = "time.server.boot";

  private KindRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    return declaration.compute().map(it -> compare(it, observed)).orElse(List.of());
  }

  private static List<ComparedFact> compare(DeclaredCompute compute, ObservedFacts observed) {
    Optional<Kind> kind = compute.kind();
    if (kind.isEmpty()) {
      return List.of(
          new DeclaredFact("Kind of servers", compute.kindAsWritten())
              .unobservable(
                  "This is none of the kinds known here ("
                      + Kind.words()
                      + "), so nothing tells."));
    }
    List<ComparedFact> compared = new ArrayList<>();
    compared.add(byKernel(kind.get(), observed));
    compared.add(byHypervisor(kind.get(), observed));
    compared.add(byInside(kind.get(), observed));
    compared.add(ImageHints.compare(kind.get(), observed));
    if (kind.get() == Kind.BARE_METAL) {
      compared.add(byBootTime(kind.get(), observed));
    }
    return compared;
  }

  /** Returns whether a server of that kind boots its own kernel. */
  private static boolean boots(Kind kind) {
    return switch (kind) {
      case VIRTUAL_MACHINE, BARE_METAL -> true;
      case SYSTEM_CONTAINER, ZONE -> false;
    };
  }

  private static ComparedFact byKernel(Kind kind, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact("Kind of servers, by the console log of one", kind.word());
    Optional<Fact> kernel = observed.fact("guest.console.kernel");
    if (kernel.isEmpty()) {
      return claim.unobservable("No console log showed a kernel or a container that starts.");
    }
    boolean seen = !kernel.get().value().equals(NO_KERNEL);
    if (seen == boots(kind)) {
      return claim.matches(
          kernel.get(),
          seen
              ? "The log shows a kernel booting, which a container or a zone does not do."
              : "The log shows no kernel booting, as that of a host is running already.");
    }
    return claim.contradicts(
        kernel.get(),
        seen
            ? "The log shows a kernel of the server's own booting, which none of this kind does."
            : "The log shows a container or a zone that starts, and no kernel booting.");
  }

  private static ComparedFact byHypervisor(Kind kind, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact(
            "Kind of servers, by the hypervisor that a console log names", kind.word());
    Optional<Fact> hypervisor = observed.fact("guest.console.hypervisor");
    if (hypervisor.isEmpty()) {
      return claim.unobservable("No console log named a hypervisor.");
    }
    return kind == Kind.VIRTUAL_MACHINE
        ? claim.matches(hypervisor.get(), "The guest found itself on a hypervisor.")
        : claim.contradicts(
            hypervisor.get(), "The guest found itself on a hypervisor, as virtual machines do.");
  }

  private static ComparedFact byInside(Kind kind, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact("Kind of servers, as one sees itself from inside", kind.word());
    Optional<Fact> virtualization = observed.fact("guest.virtualization");
    if (virtualization.isEmpty()) {
      return observed.fact("guest.virtualization.unavailable").isPresent()
          ? claim.unobservable("Somebody logged in to a server, but it does not say.")
          : claim.unobservable("It needs guest access: nobody logged in to a server.");
    }
    Fact fact = virtualization.get();
    Optional<Kind> seen = ComputeTechnology.kind(fact.value());
    if (seen.isEmpty()) {
      return claim.undecided(fact, "It is not known here what that is.");
    }
    return seen.get() == kind
        ? claim.matches(fact, "That is what a server of this kind sees.")
        : claim.contradicts(
            fact, "That is what a server of the kind " + seen.get().word() + " sees.");
  }

  /**
   * A physical machine needs more time than that to be written, restarted and through its firmware.
   */
  private static ComparedFact byBootTime(Kind kind, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact("Kind of servers, by the time that one took to boot", kind.word());
    Optional<Fact> time = observed.fact(BOOT_TIME);
    if (time.isEmpty()) {
      return claim.unobservable("The run booted no server.");
    }
    return isAtOnce(time.get().value())
        ? claim.contradicts(
            time.get(), "No machine is deployed and through its firmware within 20 seconds.")
        : claim.undecided(time.get(), "A machine takes that long, and so does a slow cloud.");
  }

  private static boolean isAtOnce(String time) {
    return time.matches("1?\\d(\\.\\d+)? s");
  }
}
