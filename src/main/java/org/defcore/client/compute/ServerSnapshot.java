package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/**
 * An image as the compute service shows it, up to 2.35: that is how snapshots are watched.
 *
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
    Map<String, String> metadata,
    @NeverNull Optional<Reference> server,
    @JsonProperty("OS-EXT-IMG-SIZE:size") Optional<Long> size,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig) {

  private static final Set<String> STATUSES =
      Set.of("ACTIVE", "SAVING", "DELETED", "ERROR", "UNKNOWN");

  public ServerSnapshot {
    links = List.copyOf(links);
    metadata = Map.copyOf(metadata);
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "status: expected one of %s but found \"%s\"".formatted(STATUSES, status));
    }
  }

  @Override
  public String toString() {
    return "image " + id + " in status " + status;
  }
}
