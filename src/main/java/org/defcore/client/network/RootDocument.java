package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The root document: under whatever keys, lists of versions. */
record RootDocument(Map<String, List<NetworkApiVersion>> lists) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  RootDocument {
    lists = Collections.unmodifiableMap(new TreeMap<>(lists));
  }
}
