package org.defcore.report;

/** Content of a page; {@link Templates} turns it into a document. */
public interface Page {

  /** File name of the template. */
  String template();
}
