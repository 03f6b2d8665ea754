package org.defcore.signature;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.loader.openssh.kdf.BCrypt;

/** A private key in a file of OpenSSH (its PROTOCOL.key), encrypted or not. */
public final class SshKeyFile {

  private static final int LONGEST = 64 * 1024;
  private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final String END = "-----END OPENSSH PRIVATE KEY-----";
  private static final Pattern BLOCK = Pattern.compile(BEGIN + "([\\sA-Za-z0-9+/=]*)-----END ");
  private static final String MAGIC = "openssh-key-v1\0";
  private static final String NONE = "none";
  private static final String CIPHER = "aes256-ctr";
  private static final String DERIVATION = "bcrypt";
  private static final int BLOCK_SIZE = 16;
  private static final int SALT = 16;
  private static final int ROUNDS = 24;
  private static final int KEY = 32;
  private static final int IV = 16;
  // Others, such as a key from a stranger, could keep the program busy for hours.
  private static final int MOST_ROUNDS = 10_000;

  private final Path file;
  private final byte[] bytes;

  private SshKeyFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @throws SshKeyException if there is no key of OpenSSH in it
   */
  public static SshKeyFile read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw problem(file, "a file that is too long for one");
      }
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Matcher block = BLOCK.matcher(text);
      if (!block.find()) {
        throw problem(file, text.startsWith("ssh-") ? "a public key" : "none");
      }
      byte[] all = Base64.getMimeDecoder().decode(block.group(1));
      byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
      if (!Arrays.equals(magic, Arrays.copyOf(all, magic.length))) {
        throw problem(file, "a damaged one");
      }
      return new SshKeyFile(file, Arrays.copyOfRange(all, magic.length, all.length));
    } catch (NoSuchFileException e) {
      throw problem(file, "no such file");
    } catch (IOException e) {
      throw problem(file, "a file that cannot be read");
    } catch (IllegalArgumentException e) {
      throw problem(file, "a damaged one");
    }
  }

  /**
   * The public key in a file of a private or of a public one, which needs no passphrase.
   *
   * @throws SshKeyException if there is no Ed25519 key in it
   */
  public static SshPublicKey publicHalf(Path file) {
    String text = Files.isDirectory(file) ? "" : TrustLine.text(file);
    try {
      if (text.startsWith("ssh-") || text.startsWith("ecdsa-")) {
        byte[] blob = Base64.getDecoder().decode(TrustLine.key(text.strip(), file.toString()));
        return SshPublicKey.parse(blob).orElseThrow(() -> problem(file, "another kind of key"));
      }
      SshData data = new SshData(read(file).bytes);
      data.string();
      data.string();
      data.string();
      data.number();
      return SshPublicKey.parse(data.string())
          .orElseThrow(() -> problem(file, "another kind of key"));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw problem(file, "a damaged one");
    }
  }

  /**
   * The key.
   *
   * @param passphrase asked for if the key is encrypted
   * @throws SshKeyException if it cannot be had, or is of another type than Ed25519
   */
  public SshKey open(Supplier<Optional<String>> passphrase) {
    try {
      SshData data = new SshData(bytes);
      String cipher = data.text();
      String derivation = data.text();
      byte[] options = data.string();
      data.number();
      String type = new SshData(data.string()).text();
      if (!type.equals(SshKey.TYPE)) {
        throw problem(file, "a key of type " + type.replaceAll("[^A-Za-z0-9@.-]", "?"));
      }
      byte[] secret = data.string();
      if (cipher.equals(NONE)) {
        return key(new SshData(secret), problem(file, "a damaged one"));
      }
      if (!cipher.equals(CIPHER) || !derivation.equals(DERIVATION)) {
        throw new SshKeyException(
            "%s: expected a key that is encrypted by %s but found another cipher: change it with"
                    .formatted(file, CIPHER)
                + " ssh-keygen -p -Z %s -f FILE".formatted(CIPHER));
      }
      String phrase = passphrase.get().orElseThrow(() -> passphrase("none"));
      return key(new SshData(decrypted(secret, options, phrase)), passphrase("another"));
    } catch (BufferUnderflowException | GeneralSecurityException e) {
      throw problem(file, "a damaged one");
    }
  }

  /**
   * Writes a key to a new file, encrypted, for its owner alone, and its public half beside it.
   *
   * @param comment tells people whose key it is
   * @throws SshKeyException if one of the files is there, or cannot be written
   */
  public static void write(SshKey key, Path file, String passphrase, String comment) {
    Path open = file.resolveSibling(file.getFileName() + ".pub");
    byte[] salt = random(SALT);
    byte[] options = SshData.joined(SshData.of(salt), SshData.of(ROUNDS));
    byte[] check = random(Integer.BYTES);
    byte[] secret = SshData.joined(check, check, key.secret(), SshData.of(comment));
    byte[] padded = Arrays.copyOf(secret, secret.length + BLOCK_SIZE - secret.length % BLOCK_SIZE);
    for (int i = secret.length; i < padded.length; i++) {
      padded[i] = (byte) (i - secret.length + 1);
    }
    try {
      byte[] all =
          SshData.joined(
              MAGIC.getBytes(StandardCharsets.US_ASCII),
              SshData.of(CIPHER),
              SshData.of(DERIVATION),
              SshData.of(options),
              SshData.of(1),
              SshData.of(key.publicHalf().blob()),
              SshData.of(encrypted(padded, salt, ROUNDS, passphrase)));
      String text = BEGIN + "\n" + SshData.lines(all) + "\n" + END + "\n";
      create(open, key.publicKey() + " " + comment + "\n", "rw-r--r--");
      create(file, text, "rw-------");
    } catch (FileAlreadyExistsException e) {
      throw new SshKeyException(
          "%s: expected a new file but found one: name another".formatted(e.getFile()));
    } catch (IOException e) {
      throw new SshKeyException(file + ": cannot be written: name another file");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK encrypts by AES", e);
    }
  }

  private static void create(Path file, String text, String permissions) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(
        file,
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            }
            : new FileAttribute<?>[0]);
    Files.writeString(file, text);
  }

  private static byte[] random(int length) {
    byte[] random = new byte[length];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static SshKey key(SshData secret, SshKeyException otherwise) {
    int check = secret.number();
    if (secret.number() != check || !secret.text().equals(SshKey.TYPE)) {
      throw otherwise;
    }
    byte[] point = secret.string();
    byte[] seed = Arrays.copyOf(secret.string(), KEY);
    return SshKey.of(seed, point);
  }

  private static byte[] decrypted(byte[] secret, byte[] options, String phrase)
      throws GeneralSecurityException {
    SshData terms = new SshData(options);
    byte[] salt = terms.string();
    int rounds = terms.number();
    if (rounds < 1 || rounds > MOST_ROUNDS || salt.length == 0) {
      throw new GeneralSecurityException("odd terms of encryption");
    }
    return encrypted(secret, salt, rounds, phrase);
  }

  /** In this mode of the cipher, the same undoes it. */
  private static byte[] encrypted(byte[] secret, byte[] salt, int rounds, String phrase)
      throws GeneralSecurityException {
    byte[] derived = new byte[KEY + IV];
    new BCrypt().pbkdf(phrase.getBytes(StandardCharsets.UTF_8), salt, rounds, derived);
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(derived, 0, KEY, "AES"),
        new IvParameterSpec(derived, KEY, IV));
    return cipher.doFinal(secret);
  }

  private SshKeyException passphrase(String found) {
    return new SshKeyException(
        "%s: expected the passphrase of the key but found %s".formatted(file, found));
  }

  private static SshKeyException problem(Path file, String found) {
    return new SshKeyException(
        "%s: expected a private key of OpenSSH, as ssh-keygen -t ed25519 makes it, but found %s"
            .formatted(file, found));
  }
}
