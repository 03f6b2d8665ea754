/** Access to a cloud: clouds.yaml, login, service catalogue, and openstack4j over our transport. */
@org.jspecify.annotations.NullMarked
package org.defcore.clouds;
