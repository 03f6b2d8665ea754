package org.defcore.declaration.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.defcore.declaration.Contact;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredIdentity;
import org.defcore.declaration.DeclaredIdentity.Lockout;
import org.defcore.declaration.DeclaredNetwork;
import org.defcore.declaration.DeclaredObjectStore;
import org.defcore.declaration.DeclaredService;
import org.defcore.declaration.DesignatedSection;
import org.defcore.declaration.PolicyOff;
import org.defcore.declaration.Product;
import org.defcore.declaration.ProductType;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a declaration, YAML or JSON, as a whole or not at all. */
public final class DeclarationReader {

  /** First value of every declaration; the number rises when an old reader could misread one. */
  public static final String FORMAT = "defcore-declaration/1";

  private static final List<String> KEYS =
      List.of(
          "format",
          "vendor",
          "product",
          "version",
          "type",
          "release",
          "contact",
          "services",
          "identity",
          "compute",
          "network",
          "object_store",
          "policies_off",
          "designated_sections");
  private static final DeclarationMapping.Text RELEASE =
      new DeclarationMapping.Text(
          Pattern.compile("[A-Za-z]+|20\\d\\d\\.[12]"), "an OpenStack release like Zed or 2023.1");
  private static final DeclarationMapping.Text EMAIL =
      new DeclarationMapping.Text(Pattern.compile("[^@\\s]+@[^@\\s]+"), "an e-mail address");
  private static final DeclarationMapping.Text NUMBER =
      new DeclarationMapping.Text(Pattern.compile("[1-9]\\d{0,5}"), "a number from 1 on");
  private static final DeclarationMapping.Text FORMATS =
      new DeclarationMapping.Text(Pattern.compile(Pattern.quote(FORMAT)), FORMAT);

  /**
   * Reads a file.
   *
   * @throws UnusableFile with every problem, each with file and line
   */
  public Declaration read(Path file) {
    return read(file, file.toString());
  }

  /**
   * Same as {@link #read(Path)}, with another name in errors.
   *
   * @param name of the file as the user wrote it
   * @throws UnusableFile with every problem, each with that name and the line
   */
  public Declaration read(Path file, String name) {
    return read(name, problems -> YamlFile.root(file, problems));
  }

  /**
   * Reads the content of a file.
   *
   * @param name that messages give it
   * @throws UnusableFile with every problem, each with file and line
   */
  public Declaration read(byte[] content, String name) {
    return read(name, problems -> YamlFile.root(content, problems));
  }

  private Declaration read(String name, Function<Problems, Optional<Node>> root) {
    Problems problems = new Problems(name);
    Optional<Declaration> declaration =
        root.apply(problems).flatMap(it -> declaration(it, problems));
    if (!problems.lines().isEmpty() || declaration.isEmpty()) {
      throw new UnusableFile(name, problems.lines());
    }
    return declaration.get();
  }

  private static Optional<Declaration> declaration(Node root, Problems problems) {
    return DeclarationMapping.of(root, KEYS, problems).map(DeclarationReader::declaration);
  }

  private static Declaration declaration(DeclarationMapping mapping) {
    mapping.text("format", FORMATS);
    Product product = product(mapping);
    Contact contact = contact(mapping);
    List<DeclaredService> services = ServicesReader.read(mapping);
    Declaration declaration =
        new Declaration(
            product,
            contact,
            services,
            mapping
                .optionalMapping("identity", List.of("password_history", "lockout"))
                .map(DeclarationReader::identity),
            ComputeReader.read(mapping),
            mapping
                .optionalMapping("network", List.of("model", "ipv6"))
                .map(DeclarationReader::network),
            mapping
                .optionalMapping("object_store", List.of("implementation", "version"))
                .map(DeclarationReader::objectStore),
            policiesOff(mapping),
            sections(mapping));
    requireFor(declaration, mapping, "compute", "compute");
    requireFor(declaration, mapping, "network", "network");
    requireFor(declaration, mapping, "object-store", "object_store");
    return declaration;
  }

  private static void requireFor(
      Declaration declaration, DeclarationMapping mapping, String service, String section) {
    if (declaration.service(service).isPresent() && !mapping.has(section)) {
      mapping.problem(section, "must be given, as " + service + " is among the services");
    }
  }

  private static Product product(DeclarationMapping mapping) {
    return new Product(
        mapping.text("vendor"),
        mapping.text("product"),
        mapping.text("version"),
        mapping.word("type", ProductType.values(), ProductType::word),
        mapping.text("release", RELEASE));
  }

  private static Contact contact(DeclarationMapping mapping) {
    return mapping
        .mapping("contact", List.of("name", "email"))
        .map(it -> new Contact(it.text("name"), it.text("email", EMAIL)))
        .orElse(new Contact("", ""));
  }

  private static DeclaredIdentity identity(DeclarationMapping mapping) {
    return new DeclaredIdentity(
        Optional.of("password_history").filter(mapping::has).map(it -> number(mapping, it)),
        mapping
            .optionalMapping("lockout", List.of("attempts", "seconds"))
            .map(it -> new Lockout(number(it, "attempts"), number(it, "seconds"))));
  }

  private static int number(DeclarationMapping mapping, String key) {
    String text = mapping.text(key, NUMBER);
    return NUMBER.form().matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  private static DeclaredNetwork network(DeclarationMapping mapping) {
    return new DeclaredNetwork(
        mapping.word("model", DeclaredNetwork.Model.values(), DeclaredNetwork.Model::word),
        mapping.word(
            "ipv6",
            DeclaredNetwork.Ipv6.values(),
            it -> it == DeclaredNetwork.Ipv6.YES ? "true" : "false"));
  }

  private static DeclaredObjectStore objectStore(DeclarationMapping mapping) {
    return new DeclaredObjectStore(
        mapping.text("implementation"), mapping.text("version", DeclarationMapping.VERSION));
  }

  private static List<PolicyOff> policiesOff(DeclarationMapping mapping) {
    List<PolicyOff> policies = new ArrayList<>();
    Set<String> rules = new HashSet<>();
    for (DeclarationMapping each :
        mapping.listedMappings("policies_off", List.of("service", "rule", "reason"))) {
      PolicyOff policy =
          new PolicyOff(each.text("service"), each.text("rule"), each.text("reason"));
      if (!rules.add(policy.service() + " " + policy.rule()) && !policy.rule().isEmpty()) {
        each.problem("rule", "\"" + policy.rule() + "\" stands in policies_off twice");
      }
      policies.add(policy);
    }
    return policies;
  }

  private static List<DesignatedSection> sections(DeclarationMapping mapping) {
    List<DesignatedSection> sections = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<String> keys = List.of("project", "section", "state", "note");
    for (DeclarationMapping each : mapping.listedMappings("designated_sections", keys)) {
      DesignatedSection section =
          new DesignatedSection(
              each.text("project"),
              each.text("section"),
              each.word("state", DesignatedSection.State.values(), DesignatedSection.State::word),
              each.optionalText("note"));
      if (section.state() != DesignatedSection.State.UNMODIFIED && !each.has("note")) {
        each.problem("note", "must say what, as the state is " + section.state().word());
      }
      if (!known.add(section.project() + " " + section.section()) && !section.section().isEmpty()) {
        each.problem(
            "section",
            "\"" + section.section() + "\" of " + section.project() + " is stated twice");
      }
      sections.add(section);
    }
    return sections;
  }
}
