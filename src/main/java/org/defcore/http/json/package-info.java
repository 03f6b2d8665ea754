/** Strict binding of response bodies: a field too many, missing, null or mistyped is a finding. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.json;
