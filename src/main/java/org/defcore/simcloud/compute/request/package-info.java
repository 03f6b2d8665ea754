/** Requests, refusals, versions and lists in the manner of the compute service. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.compute.request;
