/** The services that a guideline speaks of, named once for all that reads, plans or calls them. */
@org.jspecify.annotations.NullMarked
package org.defcore.service;
