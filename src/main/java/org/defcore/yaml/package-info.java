/**
 * Reading of YAML files that people write, key by key, so that all problems are reported together
 * with their places.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.yaml;
