package org.defcore.client.compute;

import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** A link of a resource. */
public record Link(String href, String rel) {

  /** A link of a version or an image; not each has a type. */
  public record Typed(String href, String rel, @NeverNull Optional<String> type) {}
}
