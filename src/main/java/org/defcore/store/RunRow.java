package org.defcore.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param id its number in this store
 * @param bundle SHA-256 of the bundle's {@code SHA256SUMS}
 * @param name the run's id
 * @param guideline id of the guideline that it was planned with
 * @param guidelineHash content hash of that guideline
 * @param kind word of the declared kind of compute; empty if none is declared
 * @param version of the product, as declared
 * @param openstack release that the product is based on, as declared
 * @param harness version of the program that ran it
 * @param partial the filter that left tests out; empty for a full run
 * @param finished absent if the run died
 * @param verdict of the target that it was planned for
 */
public record RunRow(
    int id,
    String bundle,
    String name,
    StoredCloud cloud,
    String guideline,
    String guidelineHash,
    String kind,
    String version,
    String openstack,
    String harness,
    boolean simulated,
    String partial,
    Instant started,
    Optional<Instant> finished,
    Instant added,
    StoredVerdict verdict) {}
