package org.defcore.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A worksheet in the text form that was published, with the totals that stand in it.
 *
 * @param totals by capability, as written; lines without a total are missing
 */
public record TextWorksheet(Worksheet worksheet, Map<String, Integer> totals) {

  public TextWorksheet {
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }
}
