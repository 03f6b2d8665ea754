package org.defcore.client.image;

/** A query parameter of the image list, {@code visibility=private}. */
public record ImageFilter(String name, String value) {

  public static ImageFilter by(String name, long value) {
    return new ImageFilter(name, Long.toString(value));
  }

  public static ImageFilter by(String name, String value) {
    return new ImageFilter(name, value);
  }
}
