package org.defcore.declaration;

import java.util.Locale;

/** The form in which a product reaches its users. */
public enum ProductType {
  /** Software that its users install themselves. */
  DISTRIBUTION,
  PUBLIC_CLOUD,
  /** A cloud of one customer's own, run for that customer. */
  HOSTED_PRIVATE;

  /** The word as files write it: {@code public-cloud}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
