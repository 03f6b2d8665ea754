package org.defcore.result;

/** Facts that discovery chooses for the tests, by the names that runs and reports give them. */
public enum ChosenFact {
  IMAGE("image.id"),
  IMAGE_NAME("image.name"),
  SECOND_IMAGE("second-image.id"),
  FLAVOR("flavor.id"),
  SECOND_FLAVOR("second-flavor.id"),
  NETWORK("network.id"),
  NETWORK_NAME("network.name"),
  EXTERNAL_NETWORK("external-network.id");

  private final String factName;

  ChosenFact(String factName) {
    this.factName = factName;
  }

  /** {@code image.id} */
  public String factName() {
    return factName;
  }
}
