package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.volume.Extension;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The extensions that the block storage service announces. */
final class ExtensionsConformance {

  @InteropTest(id = "94607eb0-43a5-47ca-82aa-736b41bd2e2c")
  @Claim("Block storage lists its API extensions, one named Hosts among them")
  void extensionsAreListed(Cloud cloud) {
    List<Extension> extensions = cloud.member().volume().listExtensions();

    assertThat(extensions)
        .extracting(Extension::name)
        .as("names in GET /extensions")
        .contains("Hosts");
  }
}
