package org.defcore.simcloud.identity;

/** A secret with which a program logs in for a user and a project. */
record ApplicationCredential(
    String id, String name, String description, Account account, String secret) {

  @Override
  public String toString() {
    return "ApplicationCredential[" + id + "]";
  }
}
