package org.defcore.simcloud.defect;

/** Wrong behaviour that a service knows of itself, because no {@link Distortion} can express it. */
public interface SpecialDefect {

  Defect defect();
}
