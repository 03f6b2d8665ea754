package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertHas;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.network.Port;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Lists of ports. */
final class PortsConformance {

  @InteropTest(id = "cf95b358-3e92-4a29-a148-52445e1ac50e")
  @Claim("The port list has a port that the user made")
  void listHasOwnPort(Cloud cloud) {
    String id = cloud.shared(SharedPort.SHARED);

    assertHas(cloud.member().network().ports(), id);
  }

  @InteropTest(id = "ff7f117f-f034-4e0e-abff-ccef05c454b4")
  @Claim("The port list asked for id and mac_address has these fields and no others")
  void fieldsAreChosen(Cloud cloud) {
    String id = cloud.shared(SharedPort.SHARED);

    List<Port.Address> found =
        cloud
            .member()
            .network()
            .ports()
            .as(Port.Address.class)
            .list(Query.by("fields", "id"), Query.by("fields", "mac_address"));

    assertThat(found)
        .extracting(Port.Address::id)
        .as("ids in GET /v2.0/ports?fields=id&fields=mac_address")
        .contains(id);
  }
}
