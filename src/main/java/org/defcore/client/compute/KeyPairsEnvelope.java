package org.defcore.client.compute;

import java.util.List;

/** Body of the key pair list, closed. */
record KeyPairsEnvelope(List<Item> keypairs) {

  /** An entry, which wraps its pair once more. */
  record Item(ListedKeyPair keypair) {}
}
