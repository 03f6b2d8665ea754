package org.defcore.client.orchestration;

import org.defcore.client.Identified;
import org.defcore.http.message.PercentEncoding;

/** Name and id of a stack; the path of its calls has both. */
public record StackAddress(String name, String id) implements Identified {

  /** The stack that a link leads to. */
  static StackAddress of(String href) {
    String[] parts = href.split("/", -1);
    return new StackAddress(parts[parts.length - 2], parts[parts.length - 1]);
  }

  /** {@code /stacks/{name}/{id}} */
  public String path() {
    return "/stacks/%s/%s".formatted(PercentEncoding.encode(name), PercentEncoding.encode(id));
  }
}
