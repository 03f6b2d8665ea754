package org.defcore.kit.room;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most that a test or a shared fixture has at a time in the quota of block storage, each volume
 * and snapshot of one GiB. The volume that a server boots from is not counted. On a class it
 * applies to each test without an annotation of its own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Holds {

  int volumes() default 0;

  int snapshots() default 0;

  /** GiB beyond one for each volume and snapshot. */
  int moreGigabytes() default 0;

  /** The shared fixtures that it needs, which count once however many need them. */
  Class<?>[] shared() default {};
}
