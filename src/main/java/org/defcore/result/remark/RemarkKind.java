package org.defcore.result.remark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The subject of a remark, and the source of the promise that an answer breaks. */
public enum RemarkKind {
  /** A field that is missing, or has another type or form than documented. */
  FORM("API reference, response parameters"),
  /** A status, or a body where there is to be none or the other way round. */
  STATUS("API reference, response codes"),
  /**
   * An id or a link of another object than the one that was asked for, or an entry that a filter
   * excludes.
   */
  IDENTITY("API reference, response parameters and links"),
  /** A project or a user that is none of the run. */
  OWNER("API reference, response parameters"),
  /** A field told otherwise than an earlier answer has it, or than the request asks for. */
  SAMENESS("API reference, response parameters"),
  /** An order of times that cannot be, or a time long before the request. */
  TIME("API reference, response parameters"),
  /** The body of an error, or a code in it that is not the status. */
  FAULT("API reference, faults"),
  /** The type, checksum or version of the body, what it varies by, or the id of the request. */
  HEADER("RFC 9110, microversion specification and API reference, response headers"),
  /** A link to the next page that leads elsewhere, or an entry that two pages have. */
  PAGE("API reference, pagination");

  private final String source;

  RemarkKind(String source) {
    this.source = source;
  }

  /** The document with the promise. */
  public String source() {
    return source;
  }

  /** The name in files: {@code identity}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word. */
  public static Optional<RemarkKind> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(RemarkKind::word).toList();
  }
}
