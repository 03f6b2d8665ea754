package org.defcore.suite.objectstore;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.objectstore.OwnContainer.assertServes;

import java.util.Map;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Containers that keep the versions of their objects in another. */
final class VersionsConformance {

  private static final String LOCATION = "X-Versions-Location";

  @InteropTest(id = "a151e158-dcbf-4a1f-a1e7-46cd65895a6f")
  @Claim(
      "A container with X-Versions-Location shows it; deleting an object restores its "
          + "previous version, and the last deletion removes it")
  void versionBeforeIsGivenBack(Cloud cloud, Cleanup cleanup) {
    OwnContainer archive = OwnContainer.make(cloud, cleanup);
    OwnContainer base = OwnContainer.make(cloud, cleanup, Map.of(LOCATION, archive.name()));
    byte[] first = OwnContainer.data(cloud);
    byte[] second = new byte[first.length + 1];
    base.assertShows(LOCATION, archive.name());
    archive.assertHides(LOCATION);
    base.assertHolds(0, 0);
    archive.assertHolds(0, 0);

    String path = base.upload("thing", first);
    base.upload("thing", second);
    assertServes(base.store(), path, second);
    archive.assertHolds(1, first.length);

    base.store().delete(path);
    base.assertHolds(1, first.length);
    assertServes(base.store(), path, first);

    base.store().delete(path);
    assertRefused(404, () -> base.store().get(path));
    base.assertHolds(0, 0);
    archive.assertHolds(0, 0);
  }
}
