package org.defcore.simcloud.wire;

import java.util.Optional;

/** User and project of a valid token; a token without scope has no project. */
public record Caller(String userId, Optional<String> projectId) {

  /** The project, or a text that no project has. */
  public String project() {
    return projectId.orElse("");
  }
}
