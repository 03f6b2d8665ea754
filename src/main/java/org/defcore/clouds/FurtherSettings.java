package org.defcore.clouds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.result.Deviation;

/**
 * Settings of a cloud that few users need.
 *
 * @param facings of the services that have one of their own, by their words
 * @param network of servers, by name; absent unless named
 * @param externalNetwork by name; absent unless named
 * @param deviations choices that the settings left open, and how they were made
 * @param unused one line for each setting that is not used
 */
public record FurtherSettings(
    Map<String, String> facings,
    Optional<String> network,
    Optional<String> externalNetwork,
    List<Deviation> deviations,
    List<String> unused) {

  /** Those of a cloud that has none. */
  public static final FurtherSettings NONE =
      new FurtherSettings(Map.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

  public FurtherSettings {
    facings = Map.copyOf(facings);
    deviations = List.copyOf(deviations);
    unused = List.copyOf(unused);
  }
}
