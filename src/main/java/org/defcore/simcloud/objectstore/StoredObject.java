package org.defcore.simcloud.objectstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object; every change gives a new one.
 *
 * @param etag MD5 of the data
 * @param segments paths in the account of what a static large object is made of; else empty
 * @param changed when data or metadata were last written
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredObject(
    String name,
    byte[] data,
    String etag,
    List<String> segments,
    Metadata metadata,
    Instant changed) {

  /**
   * Metadata, which can be replaced without the data.
   *
   * @param custom header by name, as they are shown
   * @param deleteAt seconds since 1970
   */
  record Metadata(String contentType, Map<String, String> custom, Optional<Long> deleteAt) {

    Metadata {
      custom = new TreeMap<>(custom);
    }

    @Override
    public Map<String, String> custom() {
      return new TreeMap<>(custom);
    }
  }

  StoredObject {
    data = data.clone();
    segments = List.copyOf(segments);
  }

  static StoredObject of(String name, byte[] data, Metadata metadata, Instant now) {
    return new StoredObject(name, data, md5(data), List.of(), metadata, now);
  }

  static String md5(byte[] data) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  int size() {
    return data.length;
  }

  StoredObject with(Metadata other, Instant now) {
    return new StoredObject(name, data, etag, segments, other, now);
  }

  StoredObject named(String other) {
    return new StoredObject(other, data, etag, segments, metadata, changed);
  }

  StoredObject joining(List<String> paths) {
    return new StoredObject(name, data, etag, paths, metadata, changed);
  }

  /** The prefix of the segments of a dynamic large object, after their container. */
  Optional<String> prefix() {
    return Optional.ofNullable(metadata.custom().get("X-Object-Manifest"));
  }

  /** Returns whether it is not served any more; it is still listed. */
  boolean isExpired(Instant now) {
    return metadata.deleteAt().filter(it -> it <= now.getEpochSecond()).isPresent();
  }
}
