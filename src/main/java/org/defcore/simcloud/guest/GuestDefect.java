package org.defcore.simcloud.guest;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the guests can show. */
public enum GuestDefect implements SpecialDefect {
  REFUSES("guest.login.refuses", "no guest lets in the key that it was created with"),
  OTHER_HOST_NAME("guest.hostname.other", "a guest has the host name localhost"),
  OTHER_PROCESSORS("guest.cpus.other", "a guest sees one more processor than its flavor has");

  private final Defect defect;

  GuestDefect(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
