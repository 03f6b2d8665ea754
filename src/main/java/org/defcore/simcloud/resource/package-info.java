/** Resources as the simulated services describe, keep, list and change them. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.resource;
