/** API tests of the DNS service: they claim things about a cloud and know nothing of guidelines. */
@org.jspecify.annotations.NullMarked
package org.defcore.suite.dns;
