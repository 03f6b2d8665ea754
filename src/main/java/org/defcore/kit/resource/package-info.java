/** The kinds of resource that tests create, each with the way to find and to remove it. */
@org.jspecify.annotations.NullMarked
package org.defcore.kit.resource;
