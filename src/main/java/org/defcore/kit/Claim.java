package org.defcore.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sentence about the cloud that is true exactly when the test passes; reports print it. Every
 * {@link InteropTest} has one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Claim {

  /** The sentence, without a full stop. */
  String value();
}
