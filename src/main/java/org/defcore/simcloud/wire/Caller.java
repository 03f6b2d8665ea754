package org.defcore.simcloud.wire;

import java.util.Optional;

/** Who a valid token speaks for; a token without scope has no project. */
public record Caller(String userId, Optional<String> projectId) {

  /** The project, or a text that no project has. */
  public String project() {
    return projectId.orElse("");
  }
}
