package org.defcore.clouds;

import static org.defcore.clouds.CloudException.Kind.CONFIGURATION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.clouds.CloudFiles.Clouds;
import org.defcore.clouds.RegionReader.Asked;

/**
 * The clouds that the user configured, found and read as the OpenStack SDK does it.
 *
 * <p>Variables form a cloud of their own; of one that comes from a file they change nothing but the
 * region, and have its passcode. Unlike the SDK it refuses a file that a variable names and that is
 * not there, and it knows no vendor profiles.
 */
public final class CloudConfigs {

  /** Source of a cloud that comes from {@code OS_*} variables alone. */
  static final String ENVIRONMENT = "environment";

  // Variables that choose a cloud or its files, or go with any cloud, and make none by themselves.
  private static final Set<String> SELECTORS =
      Set.of(
          "OS_CLOUD",
          "OS_REGION_NAME",
          "OS_CLIENT_CONFIG_FILE",
          "OS_CLIENT_SECURE_FILE",
          "OS_CLOUD_NAME",
          "OS_PASSCODE");

  private final Environment surroundings;

  public CloudConfigs(Environment surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The cloud that is meant: the one asked for, else that of {@code OS_CLOUD}, else the one of the
   * variables, else the only one of the file.
   *
   * @param asked {@code --os-cloud}
   * @throws CloudException if it is not clear which is meant, or if it is not well described
   */
  public CloudConfig load(Optional<String> asked) {
    return load(asked, Optional.empty());
  }

  /**
   * As {@link #load(Optional)}, in a region.
   *
   * @param region {@code --os-region-name}; else {@code OS_REGION_NAME} decides, then the file
   */
  public CloudConfig load(Optional<String> asked, Optional<String> region) {
    Clouds clouds = new CloudFiles(surroundings).read();
    String name =
        asked
            .or(() -> surroundings.variable("OS_CLOUD"))
            .or(() -> fromVariables().map(it -> environmentName(clouds)))
            .or(() -> only(clouds))
            .orElseThrow(() -> undecided(clouds));
    String origin = asked.isPresent() ? "--os-cloud" : "OS_CLOUD";
    Optional<Asked> wanted = region.map(it -> new Asked(it, "--os-region-name"));
    return settings(clouds, name)
        .map(it -> read(it, wanted.or(() -> regionOfVariables(it))))
        .orElseThrow(
            () -> {
              if (names(clouds).isEmpty()) {
                return undecided(clouds);
              }
              return new CloudException(
                  CONFIGURATION,
                  "%s: expected one of %s (%s) but found \"%s\": correct it, or add that cloud"
                      .formatted(
                          origin,
                          String.join(", ", names(clouds)),
                          clouds.source().orElse(ENVIRONMENT),
                          name));
            });
  }

  /**
   * The cloud whose user stands in for a user of a second project: named like the first with {@code
   * -alt} behind it, at the same identity endpoint, with another user and another project.
   *
   * @throws CloudException if there is a cloud of that name that is not well described
   */
  public Optional<CloudConfig> secondFor(CloudConfig first) {
    return beside(first, "-alt")
        .filter(it -> it.credentials().differsInUserAndProjectFrom(first.credentials()));
  }

  /**
   * The cloud whose user tests may lock, and whose password they may change: named like the first
   * with {@code -disposable} behind it, at the same identity endpoint, with another user, by
   * password.
   *
   * @throws CloudException if there is a cloud of that name that is not well described
   */
  public Optional<CloudConfig> disposableFor(CloudConfig first) {
    return beside(first, "-disposable")
        .filter(it -> it.credentials().method() == Credentials.Method.PASSWORD)
        .filter(it -> it.credentials().differsInUserFrom(first.credentials()));
  }

  private Optional<CloudConfig> beside(CloudConfig first, String suffix) {
    Clouds clouds = new CloudFiles(surroundings).read();
    Optional<Asked> region = first.region().map(it -> new Asked(it, "cloud " + first.name()));
    return settings(clouds, first.name() + suffix)
        // A passcode is one user's.
        .map(it -> new CloudReader(it, surroundings.without("OS_PASSCODE"), region).read())
        .filter(it -> IdentityUrl.of(it.authUrl()).equals(IdentityUrl.of(first.authUrl())));
  }

  /** Names of all clouds that can be asked for, sorted. */
  public List<String> names() {
    return names(new CloudFiles(surroundings).read());
  }

  private List<String> names(Clouds clouds) {
    Set<String> names = new TreeSet<>();
    clouds.byName().fieldNames().forEachRemaining(names::add);
    fromVariables().ifPresent(it -> names.add(environmentName(clouds)));
    return List.copyOf(names);
  }

  private Optional<CloudSettings> settings(Clouds clouds, String name) {
    Optional<ObjectNode> variables = fromVariables();
    if (variables.isPresent() && environmentName(clouds).equals(name)) {
      return variables.map(it -> new CloudSettings(name, ENVIRONMENT, it));
    }
    return clouds.byName().get(name) instanceof ObjectNode found
        ? Optional.of(new CloudSettings(name, clouds.source().orElse(ENVIRONMENT), found))
        : Optional.empty();
  }

  private CloudConfig read(CloudSettings settings, Optional<Asked> region) {
    return new CloudReader(settings, surroundings, region).read();
  }

  /** The region of a cloud from a file, by a variable; one from variables has it already. */
  private Optional<Asked> regionOfVariables(CloudSettings settings) {
    return settings.fromEnvironment()
        ? Optional.empty()
        : surroundings
            .variable("OS_REGION_NAME")
            .map(it -> new Asked(it.strip(), "OS_REGION_NAME"));
  }

  private Optional<ObjectNode> fromVariables() {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    boolean more = false;
    for (var variable : new TreeMap<>(surroundings.variables()).entrySet()) {
      String name = variable.getKey();
      if (name.startsWith("OS_")
          && !name.startsWith("OS_TEST")
          && !name.startsWith("OS_STD")
          && !name.startsWith("OS_LOG")) {
        more |= !SELECTORS.contains(name);
        found.put(name.substring(3).toLowerCase(Locale.ROOT), variable.getValue());
      }
    }
    return more ? Optional.of(found) : Optional.empty();
  }

  private String environmentName(Clouds clouds) {
    String name = surroundings.variable("OS_CLOUD_NAME").orElse("envvars");
    if (clouds.byName().has(name)) {
      throw new CloudException(
          CONFIGURATION,
          "%s: cloud '%s': expected another name but found that of the cloud of the OS_* variables:"
                  .formatted(clouds.source().orElse(ENVIRONMENT), name)
              + " rename it, or set OS_CLOUD_NAME");
    }
    return name;
  }

  private static Optional<String> only(Clouds clouds) {
    List<String> names = new ArrayList<>();
    clouds.byName().fieldNames().forEachRemaining(names::add);
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private CloudException undecided(Clouds clouds) {
    if (clouds.byName().isEmpty()) {
      String found =
          clouds
              .source()
              .map(it -> it + " without any")
              .orElseGet(
                  () ->
                      "no clouds.yaml in "
                          + new CloudFiles(surroundings).searched()
                          + " and no OS_AUTH_URL");
      return new CloudException(
          CONFIGURATION,
          "expected a cloud but found "
              + found
              + ": write a clouds.yaml, or name one in OS_CLIENT_CONFIG_FILE");
    }
    return new CloudException(
        CONFIGURATION,
        "%s: expected one cloud but found %s: name one with --os-cloud or OS_CLOUD"
            .formatted(clouds.source().orElse(ENVIRONMENT), String.join(", ", names(clouds))));
  }
}
