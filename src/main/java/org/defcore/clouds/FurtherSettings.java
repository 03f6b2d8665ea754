package org.defcore.clouds;

import java.util.List;
import org.defcore.result.Deviation;

/**
 * Settings of a cloud that few users need.
 *
 * @param deviations choices that the settings left open, and how they were made
 */
public record FurtherSettings(List<Deviation> deviations) {

  /** Those of a cloud that has none. */
  public static final FurtherSettings NONE = new FurtherSettings(List.of());

  public FurtherSettings {
    deviations = List.copyOf(deviations);
  }
}
