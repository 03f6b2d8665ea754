/**
 * API tests of the orchestration service: they claim things about a cloud and know nothing of
 * guidelines.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.suite.orchestration;
