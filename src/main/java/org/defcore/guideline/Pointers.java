package org.defcore.guideline;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {

  private Pointers() {}

  /** Pointer to a member of the object at another. */
  public static String to(String object, String key) {
    return object + "/" + escaped(key);
  }

  public static String escaped(String key) {
    // Most keys have neither, and a large file has very many.
    return key.indexOf('~') < 0 && key.indexOf('/') < 0
        ? key
        : key.replace("~", "~0").replace("/", "~1");
  }
}
