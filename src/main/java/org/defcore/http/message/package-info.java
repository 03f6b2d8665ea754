/** Requests, answers and exchanges as plain values: what transport, redaction and archive share. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.message;
