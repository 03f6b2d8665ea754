package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.client.Identified;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.kit.Cleanup;
import org.defcore.kit.resource.ResourceKind;

/** Claims that resources become what was asked for. */
public final class ResourceClaims {

  private ResourceClaims() {}

  /** Passes if a new one is answered with all that is asked for, and shown as it was answered. */
  public static <T extends Identified> T assertCreates(
      Resource<T> resources, ResourceKind kind, Wanted wanted, Cleanup cleanup) {
    T made = cleanup.create(kind, wanted, resources::create);
    assertThat(made).as("POST %s", resources.path()).isEqualTo(resources.having(wanted, made));
    assertShows(resources, made);
    return made;
  }

  /** Passes if a change is answered and shown as asked for, and changes nothing else. */
  public static <T extends Identified> T assertChanges(
      Resource<T> resources, T before, Wanted changes) {
    T changed = resources.having(changes, before);
    assertThat(resources.update(before.id(), changes))
        .as("PUT %s", resources.path(before.id()))
        .isEqualTo(changed);
    assertShows(resources, changed);
    return changed;
  }

  /** Passes if it is shown like that. */
  public static <T extends Identified> void assertShows(Resource<T> resources, T expected) {
    assertThat(resources.get(expected.id()))
        .as("GET %s", resources.path(expected.id()))
        .isEqualTo(expected);
  }
}
