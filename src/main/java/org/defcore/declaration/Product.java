package org.defcore.declaration;

/**
 * What is offered, by whom.
 *
 * @param version of the product, in the vendor's own counting
 * @param release of OpenStack that it is made of: {@code Zed}, {@code 2023.1}
 */
public record Product(
    String vendor, String name, String version, ProductType type, String release) {}
