package org.defcore.guideline.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.defcore.guideline.Annex.ForeignComponent;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Target;
import org.defcore.guideline.Target.Kind;

/** Makes targets of the platforms and add-ons of a schema 2.0 file. */
final class TargetsReader {

  private static final Pattern CYCLE = Pattern.compile("\\d{4}\\.\\d{2}|next");
  private static final Map<String, String> KEYS =
      Map.of(
          "OpenStack Powered Platform", "platform",
          "OpenStack Powered Compute", "compute",
          "OpenStack Powered Storage", "object");

  private final Kind platformKind;
  private final Set<String> components;
  private final Map<String, ForeignComponent> foreign = new LinkedHashMap<>();

  /**
   * @param id of the guideline; one with a name before its cycle ({@code nfv.next}) is a vertical
   * @param components that the file defines
   */
  TargetsReader(String id, Set<String> components) {
    this.platformKind =
        CYCLE.matcher(id).matches() || !id.contains(".") ? Kind.PLATFORM : Kind.VERTICAL;
    this.components = Set.copyOf(components);
  }

  List<Target> read(JsonPlace root) {
    JsonPlace platforms = root.at("platforms");
    JsonPlace addOns = root.at("add-ons");
    if (!platforms.given() && !addOns.given()) {
      root.error("expected platforms or add-ons but found neither");
    }
    List<Target> targets = new ArrayList<>();
    if (platforms.given()) {
      platforms.members().forEach((name, at) -> targets.add(platform(name, at)));
    }
    if (addOns.given()) {
      addOns.members().forEach((name, at) -> targets.add(addOn(name, at)));
    }
    refuseEqualKeys(targets, root);
    return targets;
  }

  /** Components of other guidelines that the targets read so far use, each once. */
  List<ForeignComponent> foreign() {
    return List.copyOf(foreign.values());
  }

  private Target platform(String name, JsonPlace at) {
    String key = KEYS.getOrDefault(name, slug(name));
    Kind kind = KEYS.containsKey(name) ? Kind.PLATFORM : platformKind;
    return new Target(key, name, kind, names(at.at("components"), at), List.of());
  }

  private Target addOn(String name, JsonPlace at) {
    JsonPlace required = at.at("required_platform_components");
    List<String> prerequisites = required.given() ? names(required, at) : List.of();
    return new Target(slug(name), name, Kind.ADD_ON, names(at.at("components"), at), prerequisites);
  }

  private List<String> names(JsonPlace list, JsonPlace owner) {
    List<String> names = new ArrayList<>();
    if (!owner.node().isObject()) {
      owner.error("expected an object with components but found " + owner.found());
      return names;
    }
    for (JsonPlace item : list.items()) {
      if (!item.node().isObject()) {
        item.error("expected an object with name but found " + item.found());
        continue;
      }
      String name = item.at("name").text();
      names.add(name);
      if (item.at("source").given()) {
        foreign.putIfAbsent(name, new ForeignComponent(name, item.at("source").text()));
      } else if (item.at("name").node().isTextual() && !components.contains(name)) {
        item.at("name")
            .error(
                Rule.UNDEFINED_COMPONENT,
                "expected a component of this file, or a source, but found "
                    + item.at("name").found());
      }
    }
    return names;
  }

  private static void refuseEqualKeys(List<Target> targets, JsonPlace root) {
    Set<String> keys = new HashSet<>();
    for (Target target : targets) {
      if (!keys.add(target.key())) {
        root.error(
            "expected targets that differ in more than case and punctuation but found two \""
                + target.key()
                + "\"");
      }
    }
  }

  private static String slug(String name) {
    String text = name.trim();
    if (text.regionMatches(true, 0, "OpenStack Powered", 0, 17)) {
      text = text.substring(17);
    }
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.endsWith("-platform") ? slug.substring(0, slug.length() - 9) : slug;
  }
}
