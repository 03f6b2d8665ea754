/**
 * API tests of the object storage service: they claim things about a cloud and know nothing of
 * guidelines.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.suite.objectstore;
