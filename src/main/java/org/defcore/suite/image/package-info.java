/**
 * API tests of the image service: they claim things about a cloud and know nothing of guidelines.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.suite.image;
