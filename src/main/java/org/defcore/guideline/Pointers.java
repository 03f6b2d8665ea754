package org.defcore.guideline;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {

  private Pointers() {}

  /** Pointer to a member of the object at another. */
  public static String to(String object, String key) {
    return object + "/" + escaped(key);
  }

  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
