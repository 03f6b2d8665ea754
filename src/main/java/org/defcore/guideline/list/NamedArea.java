package org.defcore.guideline.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Service and area of a test as its name tells them.
 *
 * @param capability its name: {@code compute-servers-tags}
 * @param project that implements it
 */
record NamedArea(String capability, String project) {

  /** The word that capabilities of a service begin with, and its project. */
  private record Words(String prefix, String project) {}

  private static final Map<String, Words> SERVICES =
      Map.of(
          "compute", new Words("compute", "nova"),
          "identity", new Words("identity", "keystone"),
          "image", new Words("images", "glance"),
          "network", new Words("networks", "neutron"),
          "volume", new Words("volumes-v3", "cinder"),
          "object_storage", new Words("objectstore", "swift"));

  private static final Pattern API =
      Pattern.compile("tempest\\.api\\.(\\w+)\\.(?:(.+)\\.)?(?:test_)?(\\w+)\\.\\w+\\.\\w+");
  private static final Pattern PLUGIN =
      Pattern.compile(
          "(\\w+?)(?:_tempest(?:_plugin|_tests)?)?\\.(?:.+\\.)?(?:test_)?(\\w+)\\.\\w+\\.\\w+");

  static NamedArea of(String test) {
    Matcher api = API.matcher(test);
    if (api.matches()) {
      String service = api.group(1);
      Words words = SERVICES.getOrDefault(service, new Words(service, service));
      return new NamedArea(
          name(words.prefix(), api.group(2) == null ? "" : api.group(2), api.group(3)),
          project(words.project()));
    }
    Matcher plugin = PLUGIN.matcher(test);
    String service = plugin.matches() ? plugin.group(1) : test.replaceAll("\\..*", "");
    String module = plugin.matches() ? plugin.group(2) : "tests";
    return new NamedArea(name(service, "", module), project(service));
  }

  private static String project(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Each word once, although packages, modules and services repeat each other. */
  private static String name(String prefix, String packages, String module) {
    List<String> words = new ArrayList<>();
    for (String part : List.of(prefix, packages, module.replaceAll("_negative$", ""))) {
      for (String word : part.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
        if (!word.isEmpty() && !words.contains(word) && !words.contains(word + "s")) {
          words.add(word);
        }
      }
    }
    return String.join("-", words);
  }
}
