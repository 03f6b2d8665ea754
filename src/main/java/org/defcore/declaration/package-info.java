/**
 * What a vendor declares of a cloud, and how that compares with what was observed of the same
 * facts. Knows no cloud: it is handed files and facts.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration;
