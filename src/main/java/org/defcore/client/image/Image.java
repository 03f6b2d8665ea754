package org.defcore.client.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;

/**
 * An image, alone or in a list; no claim needs all of it, so only the id has to be there.
 *
 * @param size bytes; null until there are data
 * @param virtualSize bytes of the disk that the data stand for, if the service has looked
 * @param minDisk GiB
 * @param ramdiskId as a sample of a property that the service does not know itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Image(
    String id,
    Optional<String> name,
    Optional<String> status,
    Optional<String> visibility,
    @JsonProperty("container_format") Optional<String> containerFormat,
    @JsonProperty("disk_format") Optional<String> diskFormat,
    Optional<Long> size,
    @JsonProperty("virtual_size") Optional<Long> virtualSize,
    @JsonProperty("min_disk") Optional<Integer> minDisk,
    Optional<List<String>> tags,
    @JsonProperty("ramdisk_id") Optional<String> ramdiskId)
    implements Identified {

  public Image {
    tags = tags.map(List::copyOf);
  }
}
