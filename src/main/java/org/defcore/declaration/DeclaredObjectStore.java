package org.defcore.declaration;

/**
 * What answers the object storage API.
 *
 * @param implementation {@code Swift}, {@code Ceph Object Gateway}
 */
public record DeclaredObjectStore(String implementation, String version) {

  @Override
  public String toString() {
    return implementation + " " + version;
  }
}
