package org.defcore.simcloud.dns;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the DNS service can show. */
public enum DnsDefect implements SpecialDefect {
  RESTRICTED("dns.zones.create.restricted", "zones can be made below example.org alone");

  private final Defect defect;

  DnsDefect(String name, String description) {
    this.defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
