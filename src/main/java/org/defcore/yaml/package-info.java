/**
 * YAML files that people write, read key by key, so that everything that is wrong with one is told
 * at once and with its place.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.yaml;
