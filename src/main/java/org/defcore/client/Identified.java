package org.defcore.client;

/** A resource in an answer that tells its id. */
public interface Identified {

  /** The id in paths: of most resources a UUID, of some their name. */
  String id();
}
