package org.defcore.guideline.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.guideline.Annex.Criterion;
import org.defcore.guideline.Annex.Designation;
import org.defcore.guideline.Annex.Section;
import org.defcore.guideline.Annex.TestRepository;
import org.defcore.guideline.ListOrigin;

/**
 * Reads scoring, designated sections and test repositories, which are nearly the same in all
 * schemas.
 */
final class AnnexReader {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

  /** Reads a number, or in schema 1.x a string with one. */
  Optional<Integer> cutoff(JsonPlace at) {
    if (!at.given()) {
      return Optional.empty();
    }
    String text = at.node().asText();
    if (!WHOLE.matcher(text).matches()) {
      at.error("expected a whole number but found " + at.found());
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text));
  }

  List<Criterion> criteria(JsonPlace all, String description) {
    List<Criterion> criteria = new ArrayList<>();
    if (all.given()) {
      all.members()
          .forEach(
              (key, at) -> {
                if (!at.node().isObject()) {
                  at.error("expected an object with name and weight but found " + at.found());
                  return;
                }
                criteria.add(
                    new Criterion(
                        key,
                        at.at("name").textIfGiven().orElse(key),
                        at.at(description).textIfGiven().orElse(""),
                        cutoff(at.at("weight")).orElse(0)));
              });
    }
    return criteria;
  }

  /**
   * The designation of one project under one status; empty, with an error recorded, if it is not an
   * object.
   */
  List<Designation> designation(
      String project, String status, JsonPlace at, List<String> components) {
    if (!at.node().isObject()) {
      at.error("expected an object with guidance and sections but found " + at.found());
      return List.of();
    }
    return List.of(
        new Designation(
            project,
            status,
            at.at("guidance").textIfGiven().orElse(""),
            at.at("comment").textIfGiven().orElse(""),
            sections(at.at("sections")),
            components));
  }

  /** The sections of one project; schema 1.2 writes an empty list where there are none. */
  private List<Section> sections(JsonPlace all) {
    List<Section> sections = new ArrayList<>();
    if (!all.given() || (all.node().isArray() && all.node().isEmpty())) {
      return sections;
    }
    all.members()
        .forEach(
            (name, at) -> {
              if (!at.node().isObject()) {
                at.error("expected an object with designated but found " + at.found());
                return;
              }
              sections.add(
                  new Section(
                      name,
                      at.at("description").textIfGiven().orElse(""),
                      at.at("designated").yesOrNo()));
            });
    return sections;
  }

  List<TestRepository> repositories(JsonPlace all, String url, String reference) {
    List<TestRepository> repositories = new ArrayList<>();
    if (all.given()) {
      all.members()
          .forEach(
              (name, at) -> {
                if (!at.node().isObject()) {
                  at.error("expected an object with " + url + " but found " + at.found());
                  return;
                }
                repositories.add(
                    new TestRepository(
                        name, at.at(url).text(), at.at(reference).textIfGiven().orElse("")));
              });
    }
    return repositories;
  }

  /** The list that a guideline was made of; empty if it was not. */
  Optional<ListOrigin> origin(JsonPlace at) {
    if (!at.given()) {
      return Optional.empty();
    }
    if (!at.node().isObject()) {
      at.error("expected an object with list, names and tests but found " + at.found());
      return Optional.empty();
    }
    Map<String, Integer> placed = new LinkedHashMap<>();
    if (at.at("placed_here").given()) {
      at.at("placed_here").members().forEach((name, it) -> placed.put(name, number(it)));
    }
    return Optional.of(
        new ListOrigin(
            at.at("list").text(),
            number(at.at("names")),
            number(at.at("tests")),
            placed,
            texts(at.at("not_placed")),
            at.at("reconstructs").textIfGiven(),
            texts(at.at("unknown"))));
  }

  private static int number(JsonPlace at) {
    if (!at.node().canConvertToInt()) {
      at.error("expected a whole number but found " + at.found());
    }
    return at.node().asInt();
  }

  private static List<String> texts(JsonPlace at) {
    return at.given() ? at.texts() : List.of();
  }
}
