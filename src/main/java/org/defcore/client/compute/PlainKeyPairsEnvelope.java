package org.defcore.client.compute;

import java.util.List;

/** Body of the key pair list at 2.1, closed. */
record PlainKeyPairsEnvelope(List<Item> keypairs) {

  /** An entry, which wraps its pair once more. */
  record Item(ListedPlainKeyPair keypair) {}
}
