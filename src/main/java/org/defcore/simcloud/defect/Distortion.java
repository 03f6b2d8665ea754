package org.defcore.simcloud.defect;

/** Wrong answers that every operation can give. */
enum Distortion {
  STATUS("status", "=<code>", "answers with this status code"),
  CONTENT("content", "=html|empty|half|endless|echo", "answers with a body of this kind"),
  EXTRA("extra", "=<field or pointer>", "adds a key that nobody declared"),
  DROP("drop", "=<field or pointer>", "leaves a key or an item out"),
  SET("set", "=<pointer>:<json>", "puts another value there; * in a pointer is every item"),
  HEADER_DROP("header-drop", "=<name>", "leaves a header out"),
  SILENT("silent", "", "does as asked, but closes the connection without an answer"),
  SLOW("slow", "=<milliseconds>", "answers so much later"),
  REDIRECT("redirect", "", "redirects to itself for ever");

  final String word;
  final String form;
  final String description;

  Distortion(String word, String form, String description) {
    this.word = word;
    this.form = form;
    this.description = description;
  }

  boolean hasValue() {
    return !form.isEmpty();
  }
}
