package org.defcore.report;

/** What a template is given; {@link Templates} turns it into a document. */
public interface Page {

  /** File name of the template. */
  String template();
}
