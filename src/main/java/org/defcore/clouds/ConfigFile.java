package org.defcore.clouds;

import static org.defcore.clouds.CloudException.Kind.CONFIGURATION;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML 1.1 or JSON file. Every scalar stays the text that was written, so that a password
 * {@code 0123} or a project {@code 1e3} is what the user meant. Messages never quote the file.
 */
final class ConfigFile {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int ALIASES = 50;
  private static final int DEPTH = 20;
  private static final int NODES = 100_000;

  private ConfigFile() {}

  static JsonNode read(Path file, String source) {
    try {
      String text = Files.readString(file);
      return text.isBlank()
          ? MissingNode.getInstance()
          : mapping(parse(file, text, source), source);
    } catch (CharacterCodingException e) {
      throw problem(source, "expected UTF-8 but found other bytes: save it as UTF-8", e);
    } catch (IOException e) {
      throw problem(source, "expected a readable file but found: " + e.getMessage(), e);
    }
  }

  private static JsonNode parse(Path file, String text, String source) {
    try {
      if (file.toString().endsWith(".json")) {
        return JSON.readTree(text);
      }
      return new Tree().of(yaml().load(text), 0);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw problem(
          source, "expected JSON but found a syntax error" + where + ": correct it", null);
    } catch (MarkedYAMLException e) {
      String where =
          Optional.ofNullable(e.getProblemMark())
              .map(it -> " at line " + (it.getLine() + 1) + ", column " + (it.getColumn() + 1))
              .orElse("");
      // The exception is dropped: its text has a snippet of the file, passwords included.
      throw problem(
          source,
          "expected YAML but found something else"
              + where
              + ": check the indentation, and quote values with special characters",
          null);
    } catch (YAMLException e) {
      throw problem(
          source,
          "expected plain YAML but found too many aliases or nested levels: write it out",
          null);
    }
  }

  private static JsonNode mapping(JsonNode root, String source) {
    if (!root.isObject() && !root.isNull() && !root.isMissingNode()) {
      throw problem(
          source,
          "expected a mapping with the key clouds but found "
              + CloudSettings.shape(root)
              + ": start it with clouds:",
          null);
    }
    return root;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES);
    options.setNestingDepthLimit(DEPTH);
    options.setWarnOnDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new AsWritten());
  }

  private static CloudException problem(String source, String what, @Nullable Throwable cause) {
    String message = source + ": " + what;
    return cause == null
        ? new CloudException(CONFIGURATION, message)
        : new CloudException(CONFIGURATION, message, cause);
  }

  /** Copies what was loaded; an alias that stands in itself, or for very much, is refused. */
  private static final class Tree {

    private int nodes;

    JsonNode of(@Nullable Object loaded, int depth) {
      if (depth > DEPTH || ++nodes > NODES) {
        throw new YAMLException("too large");
      }
      if (loaded instanceof Map<?, ?> map) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), of(value, depth + 1)));
        return object;
      }
      if (loaded instanceof Collection<?> list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.forEach(it -> array.add(of(it, depth + 1)));
        return array;
      }
      return loaded == null
          ? JsonNodeFactory.instance.nullNode()
          : JsonNodeFactory.instance.textNode(loaded.toString());
    }
  }

  /** Knows absent values and merge keys; everything else is text. */
  private static final class AsWritten extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.MERGE, Resolver.MERGE, "<");
      addImplicitResolver(Tag.NULL, Resolver.NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }
}
