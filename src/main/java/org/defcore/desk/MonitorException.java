package org.defcore.desk;

/** A monitor did not take a report; one line saying where, what came back, and what to do. */
public final class MonitorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The party that has to act. */
  public enum Kind {
    /** The report or the address: the monitor has it already, or takes no such thing. */
    INPUT,
    /** The account at the monitor, or the monitor itself. */
    MONITOR
  }

  private final Kind kind;

  MonitorException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
