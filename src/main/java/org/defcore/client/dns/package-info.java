/** DNS calls and their answers, which are open: only what is read has to be there. */
@org.jspecify.annotations.NullMarked
package org.defcore.client.dns;
