/**
 * The one HTTP transport: deadlines, bounded bodies, recording with redaction at capture, strict
 * JSON.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.http;
