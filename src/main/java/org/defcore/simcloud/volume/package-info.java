/** The simulated volume service: volumes, their attachments and their limits. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.volume;
