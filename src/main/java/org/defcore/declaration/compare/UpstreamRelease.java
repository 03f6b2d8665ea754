package org.defcore.declaration.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.declaration.MicroversionNumber;

/**
 * Releases of OpenStack and the newest microversions of their code, which no setting lowers. Taken
 * from the REST API version histories in the documentation of nova ({@code
 * docs.openstack.org/nova/latest/reference/api-microversion-history.html}) and cinder ({@code
 * docs.openstack.org/cinder/latest/contributor/api_microversion_history.html}).
 */
public enum UpstreamRelease {
  PIKE("Pike", 53, 43),
  QUEENS("Queens", 60, 50),
  ROCKY("Rocky", 65, 55),
  STEIN("Stein", 72, 59),
  TRAIN("Train", 79, 59),
  USSURI("Ussuri", 87, 60),
  VICTORIA("Victoria", 87, 62),
  WALLABY("Wallaby", 88, 64),
  XENA("Xena", 90, 66),
  YOGA("Yoga", 90, 68),
  ZED("Zed", 93, 70),
  ANTELOPE("2023.1 Antelope", 95, 70),
  BOBCAT("2023.2 Bobcat", 95, 70),
  CARACAL("2024.1 Caracal", 96, 71),
  DALMATIAN("2024.2 Dalmatian", 96, 71),
  EPOXY("2025.1 Epoxy", 100, 71),
  FLAMINGO("2025.2 Flamingo", 100, 71),
  GAZPACHO("2026.1 Gazpacho", 103, 71);

  private final String label;
  private final int compute;
  private final int volume;

  /**
   * @param compute minor number of its newest microversion 2
   * @param volume minor number of its newest microversion 3
   */
  UpstreamRelease(String label, int compute, int volume) {
    this.label = label;
    this.compute = compute;
    this.volume = volume;
  }

  /**
   * The release with that name or number, in any case: {@code Zed}, {@code 2023.1}, {@code
   * antelope}.
   */
  static Optional<UpstreamRelease> named(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> List.of(it.label.toLowerCase(Locale.ROOT).split(" ")).contains(wanted))
        .findFirst();
  }

  /** The releases with that newest microversion of a service, as a list for people. */
  static String withNewest(String service, MicroversionNumber version) {
    return Arrays.stream(values())
        .filter(it -> it.newest(service).equals(Optional.of(version)))
        .map(it -> it.label)
        .collect(Collectors.joining(", "));
  }

  /** The releases with the observed newest microversions. */
  public static List<UpstreamRelease> fitting(ObservedFacts observed) {
    return Arrays.stream(values())
        .filter(it -> it.fits("compute", observed) && it.fits("volume", observed))
        .toList();
  }

  private boolean fits(String service, ObservedFacts observed) {
    return observed
        .fact(service + ".microversion.max")
        .flatMap(it -> MicroversionNumber.parse(it.value()))
        .map(it -> newest(service).equals(Optional.of(it)))
        .orElse(true);
  }

  /** The newest microversion of {@code compute} or {@code volume}; empty for other services. */
  Optional<MicroversionNumber> newest(String service) {
    return switch (service) {
      case "compute" -> Optional.of(new MicroversionNumber(2, compute));
      case "volume" -> Optional.of(new MicroversionNumber(3, volume));
      default -> Optional.empty();
    };
  }

  /** The spelling of declarations: the number, or the name of an older release. */
  public String number() {
    return label.replaceAll(" .*", "");
  }

  /** The usual name: {@code 2023.1 Antelope}. */
  String label() {
    return label;
  }
}
