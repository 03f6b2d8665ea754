package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A secret with which a program logs in for a user and a project.
 *
 * @param description a text or JSON's null
 */
record ApplicationCredential(
    String id, String name, JsonNode description, Account account, String secret) {

  @Override
  public String toString() {
    return "ApplicationCredential[" + id + "]";
  }
}
