package org.defcore.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An API test: one method, one idempotent id, one thing proved. The catalogue knows its names.
 * Which capability it serves, and whether it is required, is the guideline's business alone.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(CloudExtension.class)
public @interface InteropTest {

  /** Idempotent id, a bare UUID. */
  String id();

  /** A hint for the order of starts, for speed only. */
  StartHint start() default StartHint.ANY;
}
