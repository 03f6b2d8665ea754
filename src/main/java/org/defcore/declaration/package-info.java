/** What a vendor declares of a cloud, as an immutable model. Knows neither file nor cloud. */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration;
