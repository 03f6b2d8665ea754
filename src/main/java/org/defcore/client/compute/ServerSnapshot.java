package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/**
 * An image as the compute service shows it, up to 2.35: that is how snapshots are watched.
 *
 * @param metadata texts, but for what an image of a volume's server is made of
 * @param minDisk GiB
 * @param minRam MiB
 */
public record ServerSnapshot(
    String id,
    String status,
    Timestamp updated,
    Timestamp created,
    List<Link.Typed> links,
    @AlwaysPresent Optional<String> name,
    long minDisk,
    long minRam,
    int progress,
    Map<String, JsonNode> metadata,
    @NeverNull Optional<Reference> server,
    @JsonProperty("OS-EXT-IMG-SIZE:size") Optional<Long> size,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig)
    implements Identified {

  /** The least to know of an image that tests look for; all other fields are open. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Seen(String id, String name, String status, Timestamp created, long minRam) {}

  /** An image in the brief list. */
  public record Brief(String id, @AlwaysPresent Optional<String> name, List<Link.Typed> links)
      implements Identified {

    public Brief {
      links = List.copyOf(links);
    }
  }

  private static final List<String> STATUSES =
      List.of("ACTIVE", "SAVING", "DELETED", "ERROR", "UNKNOWN");

  public ServerSnapshot {
    links = List.copyOf(links);
    metadata = Map.copyOf(metadata);
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "status: expected one of %s but found \"%s\""
              .formatted(String.join(", ", STATUSES), status));
    }
  }

  /** The metadata that are texts. */
  public Map<String, String> texts() {
    return metadata.entrySet().stream()
        .filter(it -> it.getValue().isTextual())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> it.getValue().asText()));
  }

  @Override
  public String toString() {
    return "image " + id + " in status " + status;
  }
}
