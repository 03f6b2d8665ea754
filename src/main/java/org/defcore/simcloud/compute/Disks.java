package org.defcore.simcloud.compute;

/** The disks of flavors. */
public enum Disks {
  OWN,
  /** None has one: servers boot from volumes. */
  NONE
}
