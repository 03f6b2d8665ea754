/** Block storage v3 calls and their answers, closed where the contract closes them. */
@org.jspecify.annotations.NullMarked
package org.defcore.client.volume;
