package org.defcore.desk.bundle;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.defcore.signature.AllowedSigners;
import org.defcore.signature.RevokedKeys;

/**
 * The keys that the reader of a bundle trusts.
 *
 * @param file with the signers
 * @param claimed time that is taken for that of the signatures; absent for now
 */
public record Trust(
    Path file, AllowedSigners signers, RevokedKeys revoked, Optional<Instant> claimed) {}
