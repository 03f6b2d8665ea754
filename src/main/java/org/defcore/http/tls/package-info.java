/** TLS: whom to trust, and what to show to servers that ask for a certificate. */
@org.jspecify.annotations.NullMarked
package org.defcore.http.tls;
