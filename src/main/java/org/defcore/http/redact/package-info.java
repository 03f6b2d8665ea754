/** Finding and masking of secrets, by place and by value, before anything is kept. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.redact;
