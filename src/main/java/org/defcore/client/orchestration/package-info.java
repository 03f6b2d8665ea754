/** Orchestration calls and their answers. */
@org.jspecify.annotations.NullMarked
package org.defcore.client.orchestration;
