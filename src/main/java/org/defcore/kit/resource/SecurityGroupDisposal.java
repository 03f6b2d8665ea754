package org.defcore.kit.resource;

import java.util.List;
import java.util.Map;
import org.openstack4j.model.network.SecurityGroup;

/** Security groups, with their rules. */
record SecurityGroupDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public List<String> named(String name) {
    return reach
        .<List<? extends SecurityGroup>>cloud(
            os -> os.networking().securitygroup().list(Map.of("name", name)))
        .stream()
        .filter(it -> name.equals(it.getName()))
        .map(SecurityGroup::getId)
        .distinct()
        .toList();
  }

  @Override
  public int status(String id) {
    return reach
        .service("network")
        .unversioned()
        .get("/v2.0/security-groups/" + id)
        .send()
        .status();
  }

  @Override
  public int delete(String id) {
    return reach.cloud(os -> os.networking().securitygroup().delete(id)).getCode();
  }
}
