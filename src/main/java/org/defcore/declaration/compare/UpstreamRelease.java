package org.defcore.declaration.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.service.Service;

/**
 * A release of OpenStack, as {@code releases.txt} has it.
 *
 * @param label its usual name: {@code Zed}, {@code 2023.1 Antelope}
 * @param versions by service, the greatest versions that its code can announce; of the network
 *     service extensions that came with it
 */
public record UpstreamRelease(String label, Map<Service, List<String>> versions) {

  /** The services that tell a release, as the columns of the file. */
  static final List<Service> SERVICES =
      List.of(
          Service.COMPUTE,
          Service.VOLUME,
          Service.IMAGE,
          Service.IDENTITY,
          Service.OBJECT_STORE,
          Service.NETWORK);

  /** All that are known, the oldest one first. */
  static final List<UpstreamRelease> ALL = read();

  private static final int LISTED = 3;

  public UpstreamRelease {
    versions = Map.copyOf(versions);
  }

  private static List<UpstreamRelease> read() {
    try (InputStream in =
        Objects.requireNonNull(UpstreamRelease.class.getResourceAsStream("releases.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.startsWith("#"))
          .map(it -> row(it.split("\\s*\\|\\s*", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UpstreamRelease row(String[] cells) {
    Map<Service, List<String>> versions = new HashMap<>();
    for (int i = 0; i < SERVICES.size(); i++) {
      List<String> words = new ArrayList<>(List.of(cells[i + 1].strip().split(",")));
      words.removeIf(String::isEmpty);
      versions.put(SERVICES.get(i), List.copyOf(words));
    }
    return new UpstreamRelease(cells[0].strip(), versions);
  }

  /** The release with that name or number, in any case: {@code Zed}, {@code antelope}. */
  public static Optional<UpstreamRelease> named(String text) {
    return ALL.stream().filter(it -> it.isCalled(text)).findFirst();
  }

  /** Returns whether that is its name or its number, in any case. */
  public boolean isCalled(String text) {
    return Arrays.asList(label.toLowerCase(Locale.ROOT).split(" "))
        .contains(text.toLowerCase(Locale.ROOT));
  }

  /** The versions of a service that its code can announce. */
  List<String> of(Service service) {
    return versions.getOrDefault(service, List.of());
  }

  /** The spelling of declarations: the number, or the name of an older release. */
  public String number() {
    return label.replaceAll(" .*", "");
  }

  /** Neighbours for people: {@code Xena or Yoga}, {@code Yoga to 2024.1 Caracal}. */
  static String words(List<UpstreamRelease> releases) {
    return switch (releases.size()) {
      case 0 -> "no release known here";
      case 1, 2, LISTED ->
          releases.stream().map(UpstreamRelease::label).collect(Collectors.joining(" or "));
      default -> releases.get(0).label + " to " + releases.get(releases.size() - 1).label;
    };
  }
}
