package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Operation;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredService;
import org.defcore.declaration.DesignatedSection;
import org.defcore.declaration.PolicyOff;
import org.defcore.declaration.Product;
import org.defcore.result.Fact;

/** Rules for facts that answers hardly show: product, code, drivers, policies. */
final class CodeRules {

  private CodeRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    List<ComparedFact> compared = new ArrayList<>();
    Product product = declaration.product();
    compared.add(
        new DeclaredFact(
                "Product", product.vendor() + ", " + product.name() + " " + product.version())
            .unobservable("No answer of an OpenStack API names vendor or product."));
    declaration.services().forEach(it -> compared.addAll(code(it)));
    declaration.policiesOff().forEach(it -> compared.add(policy(it, observed)));
    declaration.sections().forEach(it -> compared.add(section(it)));
    return compared;
  }

  private static List<ComparedFact> code(DeclaredService service) {
    String patches =
        switch (service.patches().size()) {
          case 0 -> "no patches";
          case 1 -> "1 patch";
          default -> service.patches().size() + " patches";
        };
    List<ComparedFact> compared = new ArrayList<>();
    compared.add(
        new DeclaredFact(
                "Code of " + service.type(),
                service.project() + " " + service.version() + ", " + patches)
            .unobservable("It needs a look at the installed packages."));
    if (!service.drivers().isEmpty()) {
      compared.add(
          new DeclaredFact("Drivers of " + service.type(), String.join(", ", service.drivers()))
              .unobservable("It needs admin rights."));
    }
    return compared;
  }

  private static ComparedFact policy(PolicyOff policy, ObservedFacts observed) {
    DeclaredFact claim =
        new DeclaredFact("Policy of " + policy.service() + ": " + policy.rule(), "switched off");
    Optional<Fact> refusal =
        Arrays.stream(Operation.values())
            .filter(it -> policy.rule().replace('_', '-').endsWith(it.word()))
            .flatMap(it -> observed.refusal(it).stream())
            .findFirst();
    return refusal
        .map(it -> claim.matches(it, "The cloud refused what the rule is about."))
        .orElse(claim.unobservable("No test met it, and policies are read with admin rights."));
  }

  private static ComparedFact section(DesignatedSection section) {
    return new DeclaredFact(
            "Designated section of " + section.project() + ": " + section.section(),
            section.state().word())
        .unobservable("It needs a look at the installed code.");
  }
}
