package org.defcore.simcloud.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of a service. The name ({@code image.images.list}) is what defects are addressed to;
 * {@code {part}} in the path stands for one non-empty segment, {@code {part*}} for all the rest. An
 * operation with a key answers only when that is the one key of the JSON object sent; one whose key
 * is empty answers the others.
 */
public record Operation(
    String name, String method, Path path, String key, Access access, Handler handler) {

  /** Need of a valid token. */
  public enum Access {
    OPEN,
    TOKEN
  }

  /** Takes any method, as version lists do. */
  public static final String ANY = "*";

  private static final Pattern PART = Pattern.compile("\\{(\\w+)(\\*?)}");

  /**
   * A path with named parts, ready to be matched.
   *
   * @param start the text before the first part, by which most other paths are told apart
   */
  public record Path(String start, Pattern pattern, List<String> names) {

    public Path {
      names = List.copyOf(names);
    }

    static Path of(String template) {
      List<String> names = new ArrayList<>();
      StringBuilder regex = new StringBuilder();
      Matcher matcher = PART.matcher(template);
      int from = 0;
      while (matcher.find()) {
        regex
            .append(Pattern.quote(template.substring(from, matcher.start())))
            .append(matcher.group(2).isEmpty() ? "([^/]+)" : "(.+)");
        names.add(matcher.group(1));
        from = matcher.end();
      }
      regex.append(Pattern.quote(template.substring(from)));
      String start = template.split("\\{", 2)[0];
      return new Path(start, Pattern.compile(regex.toString()), names);
    }

    Optional<Map<String, String>> match(String path) {
      if (!path.startsWith(start)) {
        return Optional.empty();
      }
      Matcher matcher = pattern.matcher(path);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parts = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        String raw = matcher.group(i + 1).replace("+", "%2B");
        parts.put(names.get(i), URLDecoder.decode(raw, StandardCharsets.UTF_8));
      }
      return Optional.of(parts);
    }
  }

  /** A call that needs a token. */
  public static Operation of(String name, String call, Handler handler) {
    return of(name, call, Access.TOKEN, handler);
  }

  /** A call that needs a token, and a body whose one key says what to do. */
  public static Operation keyed(String name, String call, String key, Handler handler) {
    Operation any = of(name, call, handler);
    return new Operation(name, any.method, any.path, key, any.access, handler);
  }

  /** A copy with another handler, for instance around its own. */
  public Operation with(Handler other) {
    return new Operation(name, method, path, key, access, other);
  }

  /** A call that everybody may make. */
  public static Operation open(String name, String call, Handler handler) {
    return of(name, call, Access.OPEN, handler);
  }

  private static Operation of(String name, String call, Access access, Handler handler) {
    String[] methodAndPath = call.split(" ", 2);
    return new Operation(name, methodAndPath[0], Path.of(methodAndPath[1]), "", access, handler);
  }

  boolean takes(String requested, boolean headIsGet) {
    return method.equals(ANY)
        || method.equals(requested)
        || (headIsGet && requested.equals("HEAD") && method.equals("GET"));
  }
}
