package org.defcore.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.http.json.StrictJson;
import org.defcore.result.RunFolder;

/** The files of a run as parts of a bundle, each in its tier. */
public final class RunParts {

  private static final int SALT = 32;
  private static final String RUN = "/run/";

  private final RunFolder run;
  private final Collection<Tier> tiers;
  private final Map<String, PartSource> parts = new TreeMap<>();

  private RunParts(RunFolder run, Collection<Tier> tiers) {
    this.run = run;
    this.tiers = tiers;
  }

  /**
   * The parts, with a salt in each tier that may be withheld: without it the sums of small files
   * would tell what is in them.
   */
  public static Map<String, PartSource> of(RunFolder run, Collection<Tier> tiers) {
    return new RunParts(run, tiers).gather();
  }

  private Map<String, PartSource> gather() {
    for (String name : run.names()) {
      put(Tier.of(name), name, () -> run.open(name));
    }
    opened(Tier.OUTCOMES);
    opened(Tier.REMARKS);
    for (Tier tier : tiers) {
      if (tier.mayBeWithheld()) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        parts.put(tier.word() + "/salt", PartSource.of(salt));
      }
    }
    return parts;
  }

  private void put(Tier tier, String name, PartSource source) {
    if (tiers.contains(tier)) {
      parts.put(tier.word() + RUN + name, source);
    }
  }

  /** A file for the public tier, without words that a cloud or another tool may have written. */
  private void opened(String name) {
    run.file(name)
        .map(it -> new String(it, StandardCharsets.UTF_8))
        .ifPresent(
            it -> {
              StringBuilder text = new StringBuilder();
              it.lines().forEach(line -> text.append(opened(name, line)).append('\n'));
              if (!it.isEmpty() && !it.endsWith("\n")) {
                // Such a line is cut off, and has to be there.
                text.setLength(text.length() - 1);
              }
              put(Tier.PUBLIC, name, PartSource.of(text.toString()));
            });
  }

  private static String opened(String name, String line) {
    try {
      JsonNode node = StrictJson.MAPPER.readTree(line);
      blank(node, "reason");
      blank(node, "found");
      blank(node.at("/extras/bypassed"), "reason");
      return StrictJson.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      // The run is read past it; a reader is told where.
      return name + ": broken";
    }
  }

  private static void blank(JsonNode node, String key) {
    if (node.has(key)) {
      ((ObjectNode) node).put(key, "");
    }
  }
}
