package org.defcore.result;

/**
 * Facts that discovery chooses for the tests, or the vendor declares, by the names that runs and
 * reports give them.
 */
public enum ChosenFact {
  PASSWORD_HISTORY(FactNames.PASSWORD_HISTORY),
  LOCKOUT(FactNames.LOCKOUT_ATTEMPTS),
  LOCKOUT_SECONDS(FactNames.LOCKOUT_SECONDS),
  IMAGE(FactNames.IMAGE_ID),
  IMAGE_NAME(FactNames.IMAGE_NAME),
  SECOND_IMAGE(FactNames.SECOND_IMAGE_ID),
  FLAVOR(FactNames.FLAVOR_ID),
  SECOND_FLAVOR(FactNames.SECOND_FLAVOR_ID),
  NETWORK(FactNames.NETWORK_ID),
  EXTERNAL_NETWORK(FactNames.EXTERNAL_NETWORK_ID),
  SUBNET_RANGE(FactNames.SUBNET_RANGE),
  BOOT_VOLUME(FactNames.BOOT_VOLUME),
  VOLUME_TYPE(FactNames.VOLUME_TYPE),
  ZONE(FactNames.ZONE),
  ZONE_PARENT(FactNames.ZONE_PARENT),
  HIDING_TAG(FactNames.HIDING_TAG);

  private final String factName;

  ChosenFact(String factName) {
    this.factName = factName;
  }

  /** {@code image.id} */
  public String factName() {
    return factName;
  }
}
