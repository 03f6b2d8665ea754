package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.defcore.simcloud.wire.Caller;

/** Where volumes find the images that they are made from: the image service's own records. */
@FunctionalInterface
public interface Images {

  /** An image that the caller may read. */
  Optional<? extends JsonNode> find(String id, Caller caller);
}
