package org.defcore.simcloud.identity;

/** An ordinary user with one project of the same name, both in the default domain. */
public record Account(String name, String userId, String projectId, String password) {

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
