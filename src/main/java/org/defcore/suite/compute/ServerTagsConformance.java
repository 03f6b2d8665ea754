package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;

import java.util.List;
import org.defcore.client.compute.TagClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Tags of a server that had none. */
final class ServerTagsConformance {

  @InteropTest(id = "8d95abe2-c658-4c42-9a44-c0258500306b")
  @Claim("A tag can be added to a server and deleted")
  void tagIsAddedAndDeleted(Cloud cloud, Cleanup cleanup) {
    TagClient tags = none(cloud, cleanup);
    assertHas(tags);

    tags.add("web");
    assertHas(tags, "web");

    tags.remove("web");
    assertHas(tags);
  }

  @InteropTest(id = "a2c1af8c-127d-417d-974b-8115f7e3d831")
  @Claim("All tags of a server can be replaced in one request")
  void tagsAreReplaced(Cloud cloud, Cleanup cleanup) {
    TagClient tags = two(cloud, cleanup);

    assertThat(tags.replace(List.of("new", "other")))
        .as("PUT %s", tags.path())
        .containsExactlyInAnyOrder("new", "other");
    assertHas(tags, "new", "other");
  }

  @InteropTest(id = "a63b2a74-e918-4b7c-bcab-10c855f3a57e")
  @Claim("All tags of a server can be deleted in one request")
  void tagsAreDeleted(Cloud cloud, Cleanup cleanup) {
    TagClient tags = two(cloud, cleanup);
    assertHas(tags, "web", "blue");

    tags.clear();

    assertHas(tags);
  }

  @InteropTest(id = "81279a66-61c3-4759-b830-a2dbe64cbe08")
  @Claim("A tag of a server can be checked; a tag that it does not have returns 404")
  void tagIsFound(Cloud cloud, Cleanup cleanup) {
    TagClient tags = none(cloud, cleanup);
    tags.add("web");

    tags.require("web");
    assertRefused(404, () -> tags.require("blue"));
  }

  private static TagClient none(Cloud cloud, Cleanup cleanup) {
    String id = ServerPool.of(cloud).borrow(ServerPool.Loan.ANY, cleanup);
    TagClient tags = cloud.member().compute().server(id).tags();
    tags.clear();
    return tags;
  }

  private static TagClient two(Cloud cloud, Cleanup cleanup) {
    TagClient tags = none(cloud, cleanup);
    tags.add("web");
    tags.add("blue");
    return tags;
  }

  private static void assertHas(TagClient tags, String... expected) {
    assertThat(tags.list()).as("GET %s", tags.path()).containsExactlyInAnyOrder(expected);
  }
}
