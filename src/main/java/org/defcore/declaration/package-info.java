/** Declarations of clouds by their vendors, as an immutable model. Knows neither file nor cloud. */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration;
