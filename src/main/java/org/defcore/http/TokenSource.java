package org.defcore.http;

import java.util.Optional;

/** The token of a logged-in user. Used by many threads. */
public interface TokenSource {

  /** A token that is valid now. */
  String token();

  /**
   * Another token in place of one that a service refused although it is valid; all later calls get
   * it, too.
   *
   * @return empty if there is none
   */
  default Optional<String> inPlaceOf(String refused) {
    return Optional.empty();
  }
}
