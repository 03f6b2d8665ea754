package org.defcore.kit;

/** The cloud under test as one test sees it. */
public final class Cloud {

  Cloud() {}

  public Project as(Role role) {
    throw new UnsupportedOperationException();
  }

  /** A resource name that no other run, test or retry chooses; starts with the run's id. */
  public String uniqueName(String kind) {
    throw new UnsupportedOperationException();
  }

  /**
   * What was discovered about the cloud, by the name of the fact.
   *
   * @throws IllegalStateException if it was not discovered: the test lacks a need in the catalogue
   */
  public String fact(String name) {
    throw new UnsupportedOperationException();
  }

  /** A fixture that all tests of the run share; made when first asked for. */
  public <T> T shared(SharedFixture<T> fixture) {
    throw new UnsupportedOperationException();
  }
}
