package org.defcore.guideline.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.guideline.Annex.ForeignComponent;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;

/** Adds the components that a target uses and another guideline defines. */
final class ForeignComponents {

  private static final String PREFIX = "os_powered_";

  private final Function<String, Optional<Guideline>> library;

  /**
   * @param library answers a guideline by its name
   */
  ForeignComponents(Function<String, Optional<Guideline>> library) {
    this.library = library;
  }

  /**
   * The guideline with every component of every target defined; prerequisites stay where they are.
   *
   * @throws GuidelineException when a component is defined nowhere, since a verdict would ignore it
   */
  Guideline resolve(Guideline guideline) {
    Guideline resolved = guideline;
    for (ForeignComponent foreign : guideline.annex().foreignComponents()) {
      boolean counted =
          guideline.targets().stream().anyMatch(it -> it.components().contains(foreign.name()));
      if (counted && !guideline.components().containsKey(foreign.name())) {
        resolved = withComponent(resolved, foreign);
      }
    }
    return resolved;
  }

  /**
   * The problem with the source of a component: missing, or known there by an older name. Empty if
   * there is none.
   *
   * @param pointer to the source, for the finding
   */
  Optional<Finding> check(Guideline guideline, ForeignComponent foreign, String pointer) {
    try {
      Guideline other = other(guideline, foreign);
      Guideline.Component component = component(other, foreign, guideline);
      return component.name().equals(foreign.name())
          ? Optional.empty()
          : Optional.of(renamed(other, foreign, component, pointer));
    } catch (GuidelineException e) {
      return Optional.of(
          new Finding(
              Rule.UNRESOLVED_SOURCE, Severity.ERROR, pointer, String.valueOf(e.getMessage())));
    }
  }

  private Guideline withComponent(Guideline guideline, ForeignComponent foreign) {
    Guideline other = other(guideline, foreign);
    Guideline.Component component = component(other, foreign, guideline);
    List<Finding> oddities = new ArrayList<>(guideline.oddities());
    if (!component.name().equals(foreign.name())) {
      oddities.add(renamed(other, foreign, component, "/platforms"));
    }
    return merged(guideline, other, foreign.name(), component, oddities);
  }

  private Guideline other(Guideline guideline, ForeignComponent foreign) {
    return library
        .apply(foreign.guideline())
        .orElseThrow(
            () ->
                new GuidelineException(
                    guideline.id()
                        + ": expected guideline \""
                        + foreign.guideline()
                        + "\" for component \""
                        + foreign.name()
                        + "\" but the library has none: add it to the guidelines folder"));
  }

  private static Finding renamed(
      Guideline other, ForeignComponent foreign, Guideline.Component component, String pointer) {
    return new Finding(
        Rule.OLDER_SOURCE,
        Severity.ODDITY,
        pointer,
        other.id()
            + " has no component \""
            + foreign.name()
            + "\": read as its \""
            + component.name()
            + "\"");
  }

  private static Guideline.Component component(
      Guideline other, ForeignComponent foreign, Guideline guideline) {
    return Optional.ofNullable(other.components().get(foreign.name()))
        .or(() -> Optional.ofNullable(other.components().get(olderName(foreign.name()))))
        .orElseThrow(
            () ->
                new GuidelineException(
                    guideline.id()
                        + ": expected component \""
                        + foreign.name()
                        + "\" in guideline "
                        + other.id()
                        + " but found "
                        + String.join(", ", other.components().keySet())));
  }

  /** The name in schema 1.x of a component of 2.0. */
  private static String olderName(String name) {
    String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return plain.equals("storage") ? "object" : plain;
  }

  private static Guideline merged(
      Guideline guideline,
      Guideline other,
      String name,
      Guideline.Component component,
      List<Finding> oddities) {
    Map<String, Guideline.Component> components = new LinkedHashMap<>(guideline.components());
    components.put(name, new Guideline.Component(name, component.capabilities()));
    Map<String, Capability> capabilities = new LinkedHashMap<>(guideline.capabilities());
    component.capabilities().values().stream()
        .flatMap(List::stream)
        .sorted()
        .forEach(
            it -> {
              Capability capability = other.capabilities().get(it);
              if (capability != null) {
                capabilities.putIfAbsent(it, capability);
              }
            });
    return new Guideline(
        guideline.id(),
        guideline.schema(),
        guideline.contentHash(),
        guideline.approval(),
        guideline.replaces(),
        guideline.releases(),
        guideline.targets(),
        components,
        capabilities,
        guideline.annex(),
        oddities);
  }
}
