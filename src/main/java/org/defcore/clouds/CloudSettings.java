package org.defcore.clouds;

import static org.defcore.clouds.CloudException.Kind.CONFIGURATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The settings of one cloud, hyphens in keys read as underscores, and how to complain about them.
 */
final class CloudSettings {

  private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]*)}");

  private final String name;
  private final String source;
  private final ObjectNode top;
  private final ObjectNode auth;

  /**
   * @param source the file, or {@code environment}
   */
  CloudSettings(String name, String source, ObjectNode settings) {
    this.name = name;
    this.source = source;
    this.top = underscored(settings);
    JsonNode block = top.path("auth");
    if (!block.isObject() && !block.isMissingNode() && !block.isNull()) {
      throw problem("auth", "settings", shape(block), "indent them below auth:");
    }
    this.auth = block.isObject() ? (ObjectNode) block : JsonNodeFactory.instance.objectNode();
  }

  String name() {
    return name;
  }

  String source() {
    return source;
  }

  ObjectNode all() {
    return top;
  }

  /** Keys beside {@code auth}, sorted. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    top.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Keys below {@code auth}, sorted. */
  Set<String> authKeys() {
    Set<String> keys = new TreeSet<>();
    auth.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The first of these keys that is set beside {@code auth}. */
  Optional<String> top(String... keys) {
    return first(keys, List.of(beside()));
  }

  /** The first of these keys that is set; beside {@code auth} wins over inside. */
  Optional<String> option(String... keys) {
    return top(keys).or(() -> first(keys, List.of(inside())));
  }

  /** The first of these keys that is set; inside {@code auth} wins over beside. */
  Optional<String> scope(String... keys) {
    return first(keys, List.of(inside(), beside()));
  }

  /** A value that may be one or a list. */
  JsonNode any(String key) {
    return top.path(key);
  }

  /** The texts of a list, or of a value with commas, beside {@code auth} or inside. */
  List<String> texts(String key) {
    JsonNode node = top.has(key) ? top.path(key) : auth.path(key);
    Stream<String> texts =
        node.isArray()
            ? StreamSupport.stream(node.spliterator(), false).map(it -> it.asText(""))
            : option(key).stream().flatMap(it -> Arrays.stream(it.split(",")));
    return texts.map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /** The value of a flag; YAML's words for true and false, in any case. */
  Optional<Boolean> flag(String key) {
    return top(key)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true", "yes", "on", "1" -> true;
                  case "false", "no", "off", "0" -> false;
                  default ->
                      throw problem(key, "true or false", quoted(text), "correct it in " + source);
                });
  }

  /** The side from which services are to be reached, by the first of these keys that is set. */
  Optional<String> facing(String... keys) {
    return top(keys)
        .map(
            found ->
                switch (found) {
                  case "public", "publicURL" -> "public";
                  case "internal", "internalURL" -> "internal";
                  case "admin", "adminURL" -> "admin";
                  default ->
                      throw problem(
                          keys[0],
                          "public, internal or admin",
                          quoted(found),
                          "correct it in " + source);
                });
  }

  /** An http or https address; {@code {region_name}} in it stands for that setting. */
  URI address(String key, String written) {
    String text = expanded(key, written.strip());
    Optional<URI> uri = HttpAddress.parse(text);
    if (uri.map(URI::getRawUserInfo).isPresent()
        || text.replaceFirst("[/?#](?!/).*", "").contains("@")) {
      throw problem(key, "a URL without user and password", "some", "set them below auth:");
    }
    if (uri.isEmpty() || uri.get().getQuery() != null || uri.get().getFragment() != null) {
      throw problem(key, "an http or https URL", quoted(text), "correct it in " + source);
    }
    return uri.get();
  }

  /** One line: file, cloud, key, expected, found, what to do. */
  CloudException problem(String key, String expected, String found, String remedy) {
    return new CloudException(
        CONFIGURATION,
        "%s: cloud '%s': %s: expected %s but found %s: %s"
            .formatted(source, name, key, expected, found, remedy));
  }

  /** A setting below {@code auth} that is not there. */
  CloudException missing(String key, String expected) {
    return problem("auth." + key, expected, found(), remedy(key));
  }

  /** The way to set a value: {@code set auth.username in clouds.yaml}. */
  String remedy(String key) {
    return fromEnvironment()
        ? "set OS_" + key.toUpperCase(Locale.ROOT)
        : "set auth." + key + " in " + source;
  }

  boolean fromEnvironment() {
    return source.equals(CloudConfigs.ENVIRONMENT);
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  /** The kind of a value, without the value. */
  static String shape(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> "a mapping";
      case ARRAY -> "a list";
      case MISSING, NULL -> "nothing";
      case STRING, BINARY -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
    };
  }

  private String found() {
    if (fromEnvironment()) {
      return "nothing";
    }
    Set<String> keys = authKeys();
    return keys.isEmpty() ? "nothing" : "only " + String.join(", ", keys);
  }

  private String expanded(String key, String written) {
    Matcher reference = REFERENCE.matcher(written);
    return reference.replaceAll(
        it -> {
          String value =
              top(it.group(1))
                  .filter(ignored -> !it.group(1).contains("password"))
                  .orElseThrow(
                      () -> problem(key, "the name of a setting", it.group(), "write it out"));
          return Matcher.quoteReplacement(value);
        });
  }

  private Optional<String> first(String[] keys, List<Place> places) {
    return Arrays.stream(keys)
        .flatMap(key -> places.stream().map(place -> text(place, key)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * One of the two places for a setting.
   *
   * @param prefix before its keys in messages
   */
  private record Place(String prefix, ObjectNode settings) {}

  private Place beside() {
    return new Place("", top);
  }

  private Place inside() {
    return new Place("auth.", auth);
  }

  private Optional<String> text(Place place, String key) {
    JsonNode node = place.settings().path(key);
    if (node.isContainerNode()) {
      throw problem(place.prefix() + key, "one value", shape(node), "correct it in " + source);
    }
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(node.asText()).filter(it -> !it.isBlank());
  }

  private static ObjectNode underscored(ObjectNode settings) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : settings.properties()) {
      String key = entry.getKey().replace('-', '_');
      result.set(
          key,
          entry.getValue() instanceof ObjectNode nested ? underscored(nested) : entry.getValue());
    }
    return result;
  }
}
