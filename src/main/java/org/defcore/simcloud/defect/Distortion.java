package org.defcore.simcloud.defect;

import java.util.regex.Pattern;

/** Wrong behaviour that every operation can show: in its answer, of its request, or instead. */
enum Distortion {
  STATUS("status", "=<code>", "[2-5]\\d\\d", "answers with this status code"),
  CONTENT(
      "content",
      "=html|empty|half|endless|echo",
      "html|empty|half|endless|echo",
      "answers with a body of this kind"),
  EXTRA("extra", "=<field or pointer>", ".+", "adds a key that nobody declared"),
  DROP("drop", "=<field or pointer>", ".+", "leaves a key or an item out"),
  SET(
      "set",
      "=<pointer>:<json>",
      ".+:.+",
      "puts another value there; * in a pointer is every item, - a new one"),
  HEADER_DROP("header-drop", "=<name>", ".+", "leaves a header out"),
  HEADER_SET("header-set", "=<name>:<value>", "[\\w-]+:.*", "answers with this value of a header"),
  TIMES(
      "times",
      "=<number>",
      "\\d{1,6}",
      "shows the other defects of the operation at so many requests only, the first ones"),
  AFTER(
      "after",
      "=<number>",
      "\\d{1,6}",
      "shows the other defects of the operation from the request on that follows so many"),
  SILENT("silent", "", "", "does as asked, but closes the connection without an answer"),
  SLOW("slow", "=<milliseconds>", "\\d{1,7}", "answers so much later"),
  REDIRECT("redirect", "", "", "redirects to itself for ever"),
  QUERY_DROP("query-drop", "=<parameter>", "[^\\s&=]+", "ignores a query parameter"),
  QUERY_SET(
      "query-set",
      "=<parameter>:<value>",
      "[^\\s&=:]+:.*",
      "reads this value of a query parameter, whatever is sent"),
  BODY_DROP("body-drop", "=<pointer>", "/.*", "ignores a key or an item of the document sent"),
  BODY_SET(
      "body-set",
      "=<pointer>:<json>",
      "/.*:.+",
      "reads this value in the document, whatever is sent; * and - as in set"),
  SENT_HEADER_DROP("sent-header-drop", "=<name>", "[\\w-]+", "ignores a header of the request"),
  SENT_HEADER_SET(
      "sent-header-set",
      "=<name>:<value>",
      "[\\w-]+:.*",
      "reads this value of a header, whatever is sent"),
  IDLE("idle", "=<code>", "2\\d\\d", "answers so without a body, and does nothing"),
  REFUSE("refuse", "=<code>", "[45]\\d\\d", "refuses with this status code, and does nothing"),
  AS("as", "=<operation>", ".+", "does what another operation of its service does");

  final String word;
  final String form;
  final String description;
  private final Pattern value;

  Distortion(String word, String form, String value, String description) {
    this.word = word;
    this.form = form;
    this.value = Pattern.compile(value);
    this.description = description;
  }

  /** Returns whether the value has the right form; an empty one is right where none is taken. */
  boolean takes(String text) {
    return value.matcher(text).matches();
  }

  boolean hasValue() {
    return !form.isEmpty();
  }

  boolean hasJson() {
    return form.endsWith(":<json>");
  }
}
