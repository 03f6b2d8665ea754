package org.defcore.simcloud.kind;

/** Something that is asked of a server and that not every kind of compute can do. */
public enum Action {
  CREATE_IMAGE,
  ATTACH_VOLUME,
  RESIZE,
  /** A resize to a flavor with a smaller disk. */
  SHRINK,
  /** To stop its processors and let them go on. */
  PAUSE,
  /** To put its memory away and bring it back. */
  SUSPEND,
  READ_LOG,
  /** To look at its screen, by VNC. */
  OPEN_SCREEN
}
