package org.defcore.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshSignature;

/**
 * A file with a run and its verdicts. Its sums are checked when it is opened, its signatures are
 * not.
 */
public final class Bundle {

  public static final String VERDICTS = "public/verdicts.json";

  private final Path file;
  private final ZipReader zip;
  private final SortedMap<String, String> sums;
  private final List<String> problems;

  private Bundle(Path file, ZipReader zip, SortedMap<String, String> sums, List<String> problems) {
    this.file = file;
    this.zip = zip;
    this.sums = sums;
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads the file once, and notes each part that does not match the sums.
   *
   * @throws BundleException if it is no bundle, or one of a later version
   */
  public static Bundle read(Path file) {
    ZipReader zip = ZipReader.open(file);
    List<String> problems = new ArrayList<>(limits(zip));
    boolean readable = problems.isEmpty();
    SortedMap<String, String> sums = new TreeMap<>();
    zip.entries()
        .forEach(
            (name, entry) -> {
              PartSum sum = sum(file, zip.source(entry));
              sums.put(name, sum.sha256());
              if (sum.crc() != entry.crc()) {
                problems.add(name + ": does not match its checksum in the zip file");
              }
            });
    Bundle bundle = new Bundle(file, zip, sums, problems);
    if (readable) {
      problems.addAll(new SumCheck(bundle::content, sums).problems());
    }
    Bundle checked = new Bundle(file, zip, sums, problems);
    if (problems.isEmpty()) {
      checked.facts();
    }
    return checked;
  }

  private static List<String> limits(ZipReader zip) {
    List<String> problems = new ArrayList<>();
    zip.entries()
        .forEach((name, entry) -> PartLimits.problem(name, entry.size()).ifPresent(problems::add));
    PartLimits.problemOfSignatures(
            zip.entries().keySet().stream().filter(TopParts::isSignature).count())
        .ifPresent(problems::add);
    return problems;
  }

  /**
   * The same, of which every part matches the sums.
   *
   * @throws BundleException if not, with the first part that does not
   */
  public static Bundle open(Path file) {
    Bundle bundle = read(file);
    int more = bundle.problems.size() - 1;
    if (more >= 0) {
      throw new BundleException(
          "%s: %s%s"
              .formatted(
                  file, bundle.problems.get(0), more == 0 ? "" : ", and %d more".formatted(more)));
    }
    return bundle;
  }

  /** The sum of a content, in hexadecimal. */
  public static String sum(byte[] content) {
    return PartSum.sha256(content);
  }

  private static PartSum sum(Path file, PartSource source) {
    try {
      return PartSum.of(source);
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + e.getMessage());
    }
  }

  public Path file() {
    return file;
  }

  /** A line for each part that does not match the sums, which begins with the part. */
  public List<String> problems() {
    return problems;
  }

  /**
   * The sum of {@code SHA256SUMS}, which stays the same when tiers are withheld or it is signed.
   */
  public String id() {
    return Optional.ofNullable(sums.get(Sums.FILE)).orElseThrow();
  }

  /** The computed sum of each part by name. */
  public SortedMap<String, String> sums() {
    return sums;
  }

  /** The tiers in this file. */
  public List<Tier> tiers() {
    return Stream.of(Tier.values()).filter(it -> sums.containsKey(it.sums())).toList();
  }

  /** The tiers that were withheld when it was given away. */
  public List<Tier> withheld() {
    Sums listed = Sums.parse(content(Sums.FILE), Sums.FILE);
    return Stream.of(Tier.values())
        .filter(it -> listed.byName().containsKey(it.sums()) && !sums.containsKey(it.sums()))
        .toList();
  }

  public BundleFacts facts() {
    return BundleFacts.read(content(BundleFacts.FILE), file.toString());
  }

  /** The bytes that are signed. */
  public byte[] signed() {
    return content(Sums.FILE);
  }

  /** The content of a part. */
  public byte[] content(String part) {
    PlainZip.Entry entry = zip.entries().get(part);
    if (entry == null) {
      throw new BundleException(file + ": " + part + ": missing");
    }
    PartLimits.problemAtOnce(part, entry.size())
        .ifPresent(
            it -> {
              throw new BundleException(file + ": " + it);
            });
    try (InputStream in = zip.source(entry).open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** A part that is there, to be read piece by piece. */
  public PartSource part(String name) {
    return zip.source(Optional.ofNullable(zip.entries().get(name)).orElseThrow());
  }

  /** The names of the files with signatures. */
  public List<String> signatures() {
    return sums.keySet().stream().filter(TopParts::isSignature).toList();
  }

  /**
   * The signature in a file, which is that of the key in its name.
   *
   * @throws org.defcore.signature.SshKeyException if there is anything else in it
   */
  public SshSignature signature(String part) {
    SshSignature signature = SshSignature.read(content(part), part);
    if (!TopParts.signature(signature.key()).equals(part)) {
      throw new BundleException(
          "%s: expected a signature by the key of that name but found one by %s"
              .formatted(part, signature.key().fingerprint()));
    }
    return signature;
  }

  public Optional<byte[]> attestation() {
    return sums.containsKey(TopParts.ATTESTATION)
        ? Optional.of(content(TopParts.ATTESTATION))
        : Optional.empty();
  }

  /**
   * Adds a signature.
   *
   * @param statement what the vendor's key signs as well, if there is none yet
   * @throws BundleException if the key has signed already
   */
  public void sign(SshKey key, SignerRole role, String statement) {
    String part = TopParts.signature(key.publicHalf());
    if (sums.containsKey(part)) {
      throw new BundleException(
          file + ": expected a key that has not signed yet but found a signature by it");
    }
    SortedMap<String, PartSource> parts = parts();
    parts.put(part, PartSource.of(key.sign(role.namespace(), signed()) + "\n"));
    if (role == SignerRole.VENDOR && attestation().isEmpty()) {
      parts.put(TopParts.ATTESTATION, PartSource.of(Attestation.sign(statement, key).text()));
    }
    new NewZip(parts).write(file, NewZip.Place.OVER, Bundle::open);
  }

  /**
   * Writes those tiers to another bundle, with all signatures.
   *
   * @throws BundleException if a tier is not there
   */
  public void extract(List<Tier> wanted, Path target) {
    wanted.stream()
        .filter(it -> !tiers().contains(it))
        .findFirst()
        .ifPresent(
            it -> {
              throw new BundleException(file + ": expected tier " + it.word() + " but found none");
            });
    SortedMap<String, PartSource> parts = parts();
    parts
        .keySet()
        .removeIf(it -> Tier.holding(it).filter(tier -> !wanted.contains(tier)).isPresent());
    new NewZip(parts).write(target, NewZip.Place.NEW, Bundle::open);
  }

  private SortedMap<String, PartSource> parts() {
    SortedMap<String, PartSource> parts = new TreeMap<>();
    zip.entries().forEach((name, entry) -> parts.put(name, zip.source(entry)));
    return parts;
  }

  /**
   * Writes a bundle of which all parts are there to a new file.
   *
   * @throws BundleException if a part does not match the sums
   */
  public static void write(Map<String, PartSource> parts, Path file) {
    new NewZip(parts).write(file, NewZip.Place.NEW, Bundle::open);
  }

  /**
   * Makes a new bundle.
   *
   * @param parts in folders of tiers, without lists of sums
   * @param top parts beside them
   * @param check of the file before it gets its name
   */
  public static void create(
      Map<String, PartSource> parts, Map<String, PartSource> top, Path file, Consumer<Path> check) {
    SortedMap<String, PartSource> all = new TreeMap<>(parts);
    SortedMap<String, String> first = new TreeMap<>();
    for (Tier tier : Tier.values()) {
      SortedMap<String, String> sums = new TreeMap<>();
      parts.forEach(
          (name, source) -> {
            if (name.startsWith(tier.word() + "/")) {
              sums.put(name.substring(tier.word().length() + 1), sum(file, source).sha256());
            }
          });
      if (!sums.isEmpty()) {
        byte[] list = new Sums(sums).text().getBytes(StandardCharsets.US_ASCII);
        all.put(tier.sums(), PartSource.of(list));
        first.put(tier.sums(), PartSum.sha256(list));
      }
    }
    top.forEach((name, source) -> first.put(name, sum(file, source).sha256()));
    all.putAll(top);
    all.put(Sums.FILE, PartSource.of(new Sums(first).text()));
    new NewZip(all).write(file, NewZip.Place.NEW, check);
  }
}
