package org.defcore.declaration;

/**
 * The product and its vendor.
 *
 * @param version of the product, in the vendor's own numbering
 * @param release of OpenStack that it is based on: {@code Zed}, {@code 2023.1}
 */
public record Product(
    String vendor, String name, String version, ProductType type, String release) {}
