package org.defcore.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns files into YAML nodes, which know their lines; JSON is YAML, too. */
public final class YamlFile {

  private static final int LARGEST = 8 * 1024 * 1024;

  private YamlFile() {}

  /**
   * The root of a file of at most 8 MiB; empty if there is none, which is recorded as a problem.
   *
   * @param path of a file in UTF-8
   */
  public static Optional<Node> root(Path path, Problems problems) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        problems.inFile(
            "expected at most 8 MiB but found more: no file of this kind is that large");
        return Optional.empty();
      }
      return root(content, problems);
    } catch (IOException e) {
      problems.inFile("cannot be read: " + FileFailure.reason(e));
      return Optional.empty();
    }
  }

  /**
   * The root of a file; empty if it has none that can be used, which is among the problems then.
   *
   * @param content in UTF-8
   */
  public static Optional<Node> root(byte[] content, Problems problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      Optional<Node> root = Optional.ofNullable(compose(text));
      if (root.isEmpty()) {
        problems.inFile("expected a mapping but the file is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      problems.at(e.getProblemMark(), "not YAML: " + oneLine(e.getProblem()));
    } catch (YAMLException e) {
      problems.inFile("not YAML that can be read safely: " + oneLine(e.getMessage()));
    } catch (CharacterCodingException e) {
      problems.inFile("expected UTF-8 but found other bytes");
    }
    return Optional.empty();
  }

  private static @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    // Nothing that people write here has a use for aliases, and a bomb is made of nothing else.
    options.setMaxAliasesForCollections(0);
    return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
  }
}
