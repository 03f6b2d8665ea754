/**
 * How to reach a cloud: clouds.yaml, login, service catalogue, discovery, and openstack4j over our
 * transport.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.clouds;
