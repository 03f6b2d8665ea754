package org.defcore.clouds.discovery;

import java.util.Locale;
import org.defcore.clouds.discovery.RecordFields.Form;

/**
 * A network as the network service lists it.
 *
 * @param usable it is up and has a subnet
 * @param preferred the default among external networks
 */
record FoundNetwork(
    String id,
    String name,
    String owner,
    boolean external,
    boolean shared,
    boolean usable,
    boolean preferred)
    implements Choosable {

  static final Form<FoundNetwork> FORM =
      it ->
          new FoundNetwork(
              it.id(),
              it.text("name"),
              it.text("tenant_id").isEmpty() ? it.text("project_id") : it.text("tenant_id"),
              it.flag("router:external"),
              it.flag("shared"),
              it.flag("admin_state_up")
                  && it.text("status").toUpperCase(Locale.ROOT).equals("ACTIVE")
                  && it.hasAny("subnets"),
              it.flag("is_default"));
}
