package org.defcore.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SHA-256 sums of all files of a run, by which a change is seen. Its file is one that {@code
 * sha256sum -c} takes: the files that the run wrote, a comment with the sum of these lines, the
 * reports, a comment with the sum of all before it.
 *
 * @param run sums in hexadecimal by name
 * @param reports the same of what was written from these files, and may be written again
 */
public record Manifest(SortedMap<String, String> run, SortedMap<String, String> reports) {

  static final String FILE = "manifest";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final String RUN = "# run: ";
  private static final String ALL = "# all: ";

  public Manifest {
    run = Collections.unmodifiableSortedMap(new TreeMap<>(run));
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  /** A manifest, as far as a text holds one, which has been changed if its text is another. */
  static Manifest of(String text) {
    SortedMap<String, String> run = new TreeMap<>();
    SortedMap<String, String> reports = new TreeMap<>();
    SortedMap<String, String> sums = run;
    for (String line : text.lines().toList()) {
      Matcher found = LINE.matcher(line);
      if (found.matches()) {
        sums.put(found.group(2), found.group(1));
      } else if (line.startsWith(RUN)) {
        sums = reports;
      }
    }
    return new Manifest(run, reports);
  }

  /** The manifest of files as they are now, without reports. */
  static Manifest of(RunFiles files) {
    SortedMap<String, String> sums = new TreeMap<>();
    files.names().forEach(it -> sums.put(it, sum(files, it)));
    return new Manifest(sums, new TreeMap<>());
  }

  /** The same files, and these reports. */
  Manifest with(Map<String, byte[]> written) {
    SortedMap<String, String> sums = new TreeMap<>();
    written.forEach((name, content) -> sums.put(name, sum(content)));
    return new Manifest(run, sums);
  }

  String text() {
    String first = lines(run) + RUN + hash() + "\n" + lines(reports);
    return first + ALL + "sha256:" + sum(first) + "\n";
  }

  /** Names all files of the run, with what was in them: {@code sha256:…}. */
  public String hash() {
    return "sha256:" + sum(lines(run));
  }

  private static String lines(SortedMap<String, String> sums) {
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  /** A line for each file that is not as it was. */
  List<String> changes(RunFiles files) {
    SortedMap<String, String> sums = new TreeMap<>(run);
    sums.putAll(reports);
    Collection<String> found = files.names();
    Stream<String> missing =
        sums.keySet().stream()
            .filter(it -> !found.contains(it))
            .map(it -> printable(it) + ": missing since the run ended");
    Stream<String> others =
        found.stream()
            .filter(it -> !it.equals(FILE))
            .flatMap(it -> change(files, it, Optional.ofNullable(sums.get(it))).stream());
    return Stream.concat(missing, others).sorted().toList();
  }

  private static Optional<String> change(RunFiles files, String name, Optional<String> sum) {
    if (sum.isEmpty()) {
      return Optional.of(printable(name) + ": added since the run ended");
    }
    return sum.get().equals(sum(files, name)) || hasGrown(files, name, sum.get())
        ? Optional.empty()
        : Optional.of(name + ": changed since the run ended");
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  /** Clean-up appends to the ledger of a run; the lines before are to stay as they were. */
  private static boolean hasGrown(RunFiles files, String name, String sum) {
    if (!name.equals(RunFolder.LEDGER)) {
      return false;
    }
    MessageDigest digest = digest();
    byte[] content = files.read(name).orElse(new byte[0]);
    boolean found = sum.equals(hex(copy(digest)));
    for (int i = 0; i < content.length && !found; i++) {
      digest.update(content[i]);
      found = content[i] == '\n' && sum.equals(hex(copy(digest)));
    }
    return found;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of every JDK can be cloned", e);
    }
  }

  /** Empty, which no sum is, for what cannot be read. */
  private static String sum(RunFiles files, String name) {
    MessageDigest digest = digest();
    byte[] block = new byte[1 << 16];
    try (InputStream in = files.open(name)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
      return hex(digest);
    } catch (IOException | RunException e) {
      return "";
    }
  }

  private static String sum(String text) {
    return sum(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sum(byte[] content) {
    MessageDigest digest = digest();
    digest.update(content);
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
