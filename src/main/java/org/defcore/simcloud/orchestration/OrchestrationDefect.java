package org.defcore.simcloud.orchestration;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the orchestration service can show. */
public enum OrchestrationDefect implements SpecialDefect {
  KEEPS_RESOURCES(
      "orchestration.stacks.delete.keeps-resources",
      "a stack is deleted, and what it made in other services stays");

  private final Defect defect;

  OrchestrationDefect(String name, String description) {
    this.defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
