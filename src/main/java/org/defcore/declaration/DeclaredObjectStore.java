package org.defcore.declaration;

/**
 * The software behind the object storage API.
 *
 * @param implementation {@code Swift}, {@code Ceph Object Gateway}
 */
public record DeclaredObjectStore(String implementation, String version) {

  @Override
  public String toString() {
    return implementation + " " + version;
  }
}
