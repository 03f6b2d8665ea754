/** Exchanges as HAR 1.2 files and as curl commands. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.har;
