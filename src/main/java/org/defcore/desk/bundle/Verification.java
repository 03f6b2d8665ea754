package org.defcore.desk.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.bundle.Attestation;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.bundle.BundleFacts;
import org.defcore.bundle.BundleRun;
import org.defcore.bundle.SignerRole;
import org.defcore.bundle.Tier;
import org.defcore.desk.Installation;
import org.defcore.desk.bundle.VerifiedClaim.Standing;
import org.defcore.guideline.GuidelineException;
import org.defcore.result.RunException;
import org.defcore.signature.AllowedSigners;
import org.defcore.signature.SshKeyException;
import org.defcore.signature.SshSignature;
import org.defcore.yaml.UnusableFile;

/** Checks every claim of a bundle, offline. */
public final class Verification {

  private final Installation installation;
  private final Bundle bundle;
  private final Trust trust;
  private final Instant at;
  private final List<VerifiedClaim> claims = new ArrayList<>();
  private final List<SshSignature> vendors = new ArrayList<>();
  private List<String> commands = List.of();

  /**
   * @param clock tells the time if none is claimed
   */
  private Verification(Installation installation, Path file, Trust trust, Clock clock) {
    this.installation = installation;
    this.bundle = Bundle.read(file);
    this.trust = trust;
    this.at = trust.claimed().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * The outcome.
   *
   * @param commands by which a stranger does the first half of it; none without a trusted signature
   */
  public record Verified(List<VerifiedClaim> claims, List<String> commands) {

    public Verified {
      claims = List.copyOf(claims);
      commands = List.copyOf(commands);
    }

    public boolean holds() {
      return claims.stream().noneMatch(it -> it.standing() == Standing.REFUSED);
    }
  }

  /**
   * Verifies a bundle.
   *
   * @throws BundleException if the file is none
   */
  public static Verified of(Installation installation, Path file, Trust trust, Clock clock) {
    Verification verification = new Verification(installation, file, trust, clock);
    verification.verify();
    return new Verified(verification.claims, verification.commands);
  }

  private void verify() {
    add(
        "container",
        Standing.OK,
        "%d parts, and no byte before, between or after them".formatted(bundle.sums().size()));
    if (!bundle.problems().isEmpty()) {
      bundle.problems().forEach(it -> add("sums", Standing.REFUSED, it));
      signatures();
      return;
    }
    sums();
    signatures();
    computed("the public tier", List.of(Tier.PUBLIC))
        .ifPresent(
            verdicts -> {
              attestation(verdicts);
              verdicts(verdicts);
              claims.addAll(new Provenance(installation, bundle, verdicts).claims());
            });
  }

  /** The verdicts, if the parts of these tiers can be understood. */
  private Optional<BundledVerdicts> computed(String from, List<Tier> tiers) {
    try {
      return Optional.of(BundledVerdicts.of(bundle, tiers));
    } catch (BundleException | GuidelineException | RunException | UnusableFile e) {
      String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
      add("verdicts", Standing.REFUSED, "cannot be computed from %s: %s".formatted(from, why));
      return Optional.empty();
    }
  }

  private void add(String subject, Standing standing, String words) {
    claims.add(new VerifiedClaim(subject, standing, words));
  }

  private void sums() {
    for (Tier tier : bundle.tiers()) {
      long parts =
          bundle.sums().keySet().stream().filter(it -> it.startsWith(tier.word() + "/")).count();
      add(
          "sums",
          Standing.OK,
          "tier %s: %d parts match %s, no extra part".formatted(tier.word(), parts, "SHA256SUMS"));
    }
    bundle
        .withheld()
        .forEach(it -> add("sums", Standing.NOTE, "tier " + it.word() + " is withheld"));
  }

  private void signatures() {
    String time =
        trust.claimed().isPresent()
            ? "as claimed by --at"
            : "by this clock; nothing proves when it was made";
    for (String part : bundle.signatures()) {
      try {
        SshSignature signature = bundle.signature(part);
        Optional<SignerRole> role = SignerRole.ofNamespace(signature.namespace());
        if (role.isEmpty()) {
          refuse(signature, "its namespace is not one of bundles: " + signature.namespace());
        } else if (!signature.fits(bundle.signed())) {
          refuse(signature, "it does not match SHA256SUMS");
        } else if (trust.revoked().has(signature.key())) {
          refuse(signature, "revoked key");
        } else {
          judge(signature, role.get(), time);
        }
      } catch (SshKeyException | BundleException e) {
        add("signature", Standing.REFUSED, String.valueOf(e.getMessage()));
      }
    }
    if (vendors.isEmpty()) {
      add(
          "signature",
          Standing.REFUSED,
          "expected one by a vendor that %s trusts but found none".formatted(trust.file()));
    }
  }

  private void judge(SshSignature signature, SignerRole role, String time) {
    AllowedSigners.Standing standing =
        trust.signers().judge(signature.key(), signature.namespace(), at);
    if (standing.principal().isEmpty()) {
      refuse(signature, standing.words());
      return;
    }
    String principal = standing.principal().get();
    add(
        "signature",
        Standing.OK,
        "%s %s, %s, namespace %s, %s (%s)"
            .formatted(
                role.word(),
                principal,
                signature.key().fingerprint(),
                signature.namespace(),
                standing.words(),
                time));
    if (role == SignerRole.VENDOR) {
      vendors.add(signature);
      commands =
          commands.isEmpty()
              ? StrangersCommands.of(bundle, principal, trust.file(), signature)
              : commands;
    }
  }

  private void refuse(SshSignature signature, String why) {
    add("signature", Standing.REFUSED, signature.key().fingerprint() + ": " + why);
  }

  private void attestation(BundledVerdicts verdicts) {
    if (bundle.attestation().isEmpty()) {
      add("attestation", Standing.NOTE, "none");
      return;
    }
    try {
      Attestation attestation = Attestation.read(bundle.attestation().get());
      if (vendors.stream().noneMatch(it -> attestation.fits(it.key()))) {
        add("attestation", Standing.REFUSED, "not signed by the key of a trusted vendor");
      } else if (!attestation.statement().equals(verdicts.statement(bundle))) {
        add(
            "attestation",
            Standing.REFUSED,
            "its result is not the one that follows from the bundle");
      } else {
        add(
            "attestation",
            Standing.OK,
            "in-toto test-result, signed by a vendor's key, matches the bundle");
      }
    } catch (BundleException e) {
      add("attestation", Standing.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private void verdicts(BundledVerdicts open) {
    compare("the public tier", open);
    if (bundle.tiers().contains(Tier.REVIEWER)) {
      computed("the reviewer tier", whole())
          .ifPresent(
              full -> {
                compare("the reviewer tier", full);
                if (!full.haveOutcomesOf(open)) {
                  add(
                      "outcomes",
                      Standing.REFUSED,
                      "the public tier and the reviewer tier have different outcomes");
                }
              });
    }
    if (bundle.tiers().size() == Tier.values().length) {
      manifest();
    }
  }

  /** Of a file that is in two tiers, the one with all words counts. */
  private static List<Tier> whole() {
    return List.of(Tier.REVIEWER, Tier.PRIVATE, Tier.PUBLIC);
  }

  private void compare(String from, BundledVerdicts verdicts) {
    boolean same = verdicts.areIn(bundle);
    add(
        "verdicts",
        same ? Standing.OK : Standing.REFUSED,
        same
            ? "computed again from %s: the same bytes as %s".formatted(from, Bundle.VERDICTS)
            : "computed again from %s: not the same as %s, which defcore %s made; this is defcore %s"
                .formatted(from, Bundle.VERDICTS, bundle.facts().tool(), Installation.version()));
  }

  /** Compares the files of the run with its own manifest. */
  private void manifest() {
    try (BundleRun run = BundleRun.open(bundle, whole())) {
      var now = run.whole().integrity();
      BundleFacts.Run then = bundle.facts().run();
      boolean same =
          now.hash().equals(then.manifest())
              && BundleFacts.Run.opened(now.problems()).equals(then.fileProblems());
      if (!same) {
        add(
            "run",
            Standing.REFUSED,
            "its files do not match what " + BundleFacts.FILE + " says of them");
      } else if (!now.problems().isEmpty()) {
        add("run", Standing.NOTE, now.words() + ": " + now.problems().get(0));
      } else {
        add("run", now.hash().isEmpty() ? Standing.NOTE : Standing.OK, now.words());
      }
    } catch (BundleException | RunException e) {
      add("run", Standing.REFUSED, String.valueOf(e.getMessage()));
    }
  }
}
