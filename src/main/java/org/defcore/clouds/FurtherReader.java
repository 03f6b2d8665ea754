package org.defcore.clouds;

import static org.defcore.clouds.CloudSettings.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.defcore.result.Deviation;
import org.defcore.service.Service;

/** Reads the settings of a cloud that few users need. */
final class FurtherReader {

  private static final Map<Service, String> VERSIONS =
      Map.of(
          Service.COMPUTE, "2",
          Service.DNS, "2",
          Service.IDENTITY, "3",
          Service.IMAGE, "2",
          Service.NETWORK, "2",
          Service.OBJECT_STORE, "1",
          Service.ORCHESTRATION, "1",
          Service.VOLUME, "3");

  private final CloudSettings settings;
  private final Credentials credentials;

  FurtherReader(CloudSettings settings, Credentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  FurtherSettings read(List<Deviation> choices) {
    checkVersions();
    Map<String, String> facings = facings();
    Stream<Deviation> facing =
        new TreeMap<>(facings)
            .entrySet().stream()
                .map(
                    it ->
                        new Deviation(
                            "interface",
                            "%s endpoints of %s, by %s"
                                .formatted(it.getValue(), it.getKey(), settings.source())));
    return new FurtherSettings(
        facings,
        named(it -> is(it, "default_interface")).or(() -> named(it -> !isExternal(it))),
        named(FurtherReader::isExternal),
        Stream.concat(choices.stream(), facing).toList(),
        CloudKeys.unused(settings, credentials));
  }

  private Map<String, String> facings() {
    Map<String, String> facings = new TreeMap<>();
    for (String key : settings.keys()) {
      CloudKeys.service(key, CloudKeys.INTERFACE)
          .ifPresent(
              it -> settings.facing(key).ifPresent(facing -> facings.put(it.word(), facing)));
    }
    return facings;
  }

  private void checkVersions() {
    for (String key : settings.keys()) {
      Optional<String> wanted =
          CloudKeys.service(key, CloudKeys.VERSION)
              .flatMap(it -> Optional.ofNullable(VERSIONS.get(it)));
      Optional<String> found = wanted.flatMap(ignored -> settings.top(key));
      if (found.isPresent()
          && !found.get().replaceFirst("^v", "").matches(wanted.orElseThrow() + "(\\.\\d+)?")) {
        throw settings.problem(
            key,
            wanted.orElseThrow(),
            quoted(found.get()),
            "no other version is supported; correct it in " + settings.source());
      }
    }
  }

  private Optional<String> named(Predicate<JsonNode> which) {
    return StreamSupport.stream(settings.any("networks").spliterator(), false)
        .filter(which)
        .map(it -> it.path("name").asText(""))
        .filter(it -> !it.isBlank())
        .findFirst();
  }

  private static boolean isExternal(JsonNode network) {
    return is(network, "routes_externally");
  }

  private static boolean is(JsonNode network, String flag) {
    return network.path(flag).asText("").matches("(?i)true|yes|on|1");
  }
}
