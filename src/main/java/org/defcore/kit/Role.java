package org.defcore.kit;

/** The user whose credentials a call uses. None of them has admin rights. */
public enum Role {
  /** The ordinary user of the project under test. */
  MEMBER,
  /** An ordinary user of another project; a test that uses it has the need second-project. */
  OTHER_MEMBER
}
