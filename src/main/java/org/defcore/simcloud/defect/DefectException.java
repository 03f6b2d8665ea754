package org.defcore.simcloud.defect;

/** The name of a defect that does not exist, or one whose value cannot be understood. */
public final class DefectException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public DefectException(String message) {
    super(message);
  }
}
