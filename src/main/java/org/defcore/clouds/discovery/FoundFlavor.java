package org.defcore.clouds.discovery;

import org.defcore.clouds.discovery.RecordFields.Form;

/**
 * A flavor as the compute service lists it.
 *
 * @param ram in mebibytes
 * @param disk in gibibytes; zero where the image decides, or where there is none
 * @param disabled no server can be made of it
 */
record FoundFlavor(String id, String name, long ram, long disk, long vcpus, boolean disabled)
    implements Choosable {

  static final Form<FoundFlavor> FORM =
      it ->
          new FoundFlavor(
              it.id(),
              it.text("name"),
              it.number("ram"),
              it.number("disk"),
              it.number("vcpus"),
              it.flag("OS-FLV-DISABLED:disabled"));
}
