package org.defcore.store;

import java.util.Optional;

/**
 * The runs that are asked for; what is absent does not matter.
 *
 * @param cloud name in clouds.yaml, or of the product
 * @param release of the product or of OpenStack, as declared
 * @param kind word of the declared kind of compute
 * @param guideline id of the one that the run was planned with
 * @param verdict word of the verdict for the target of the run
 */
public record RunFilter(
    Optional<String> vendor,
    Optional<String> product,
    Optional<String> cloud,
    Optional<String> release,
    Optional<String> kind,
    Optional<String> guideline,
    Optional<String> verdict) {

  public static final RunFilter ALL =
      new RunFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
