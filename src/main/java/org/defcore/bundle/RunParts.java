package org.defcore.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.http.json.StrictJson;
import org.defcore.result.RunFolder;

/** The files of a run as parts of a bundle, each in its tier. */
public final class RunParts {

  private static final int SALT = 32;
  private static final String RUN = "/run/";
  private static final String BROKEN = ": broken";
  private static final Pattern PLACE = Pattern.compile("([\\w.]+): line (\\d{1,9}): ");

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
              IntPredicate broken = broken(name);
              int number = 0;
              for (Iterator<String> lines = it.lines().iterator(); lines.hasNext(); ) {
                String line = lines.next();
                number++;
                text.append(broken.test(number) ? name + BROKEN : opened(name, line)).append('\n');
              }
              if (!it.isEmpty() && !it.endsWith("\n")) {
                // Such a line is cut off, and has to be there.
                text.setLength(text.length() - 1);
              }
              put(Tier.PUBLIC, name, PartSource.of(text.toString()));
            });
  }

  /** Lines that are no record, of which any word may be a secret: the run is read past them. */
  private IntPredicate broken(String name) {
    Set<Integer> numbers = new TreeSet<>();
    int unread = Integer.MAX_VALUE;
    for (String problem : run.record().integrity().problems()) {
      Matcher place = PLACE.matcher(problem);
      if (place.lookingAt() && place.group(1).equals(name)) {
        int number = Integer.parseInt(place.group(2));
        numbers.add(number);
        boolean last = name.equals(Tier.REMARKS) || problem.endsWith("were not read");
        unread = last ? number : unread;
      }
    }
    int end = unread;
    return it -> numbers.contains(it) || it >= end;
  }

  private static String opened(String name, String line) {
    try {
      JsonNode node = StrictJson.MAPPER.readTree(line);
      blank(node, "reason");
      blank(node, "found");
      blank(node.at("/extras/bypassed"), "reason");
      return StrictJson.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      return name + BROKEN;
    }
  }

  private static void blank(JsonNode node, String key) {
    if (node.has(key)) {
      ((ObjectNode) node).put(key, "");
    }
  }
}
