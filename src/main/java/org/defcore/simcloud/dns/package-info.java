/** The simulated DNS service: zones and their record sets, which no name server serves. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.dns;
