package org.defcore.simcloud.objectstore;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.defcore.simcloud.wire.Incoming;

/** Links with a signature, made with a key of the account or of the container. */
record SignedLinks(Accounts accounts, Clock clock) {

  private static final Map<Integer, String> DIGESTS =
      Map.of(40, "HmacSHA1", 64, "HmacSHA256", 128, "HmacSHA512");

  boolean isSigned(Incoming request) {
    String signature = request.query("temp_url_sig").orElse("");
    String expires = request.query("temp_url_expires").orElse("");
    String digest = DIGESTS.getOrDefault(signature.length(), "");
    if (digest.isEmpty()
        || !expires.matches("\\d{1,12}")
        || Long.parseLong(expires) < clock.instant().getEpochSecond()) {
      return false;
    }
    String path = URI.create(request.base()).getPath() + request.path();
    return keys(request)
        .anyMatch(
            key ->
                methods(request.method()).stream()
                    .map(it -> hmac(digest, key, it + "\n" + expires + "\n" + path))
                    .anyMatch(signature::equals));
  }

  /** The methods whose signature allows a method: any of them allows HEAD. */
  private static List<String> methods(String method) {
    return method.equals("HEAD") ? List.of("HEAD", "GET", "PUT", "POST") : List.of(method);
  }

  private Stream<String> keys(Incoming request) {
    String account = request.part("account");
    Stream<Map<String, String>> notes =
        Stream.concat(
            Stream.of(accounts.notes(account)),
            accounts.find(account, request.part("container")).stream()
                .map(Accounts.Summary::notes));
    return notes.flatMap(
        it ->
            Stream.of("Account", "Container")
                .flatMap(of -> Stream.of("", "-2").map(no -> "X-" + of + "-Meta-Temp-Url-Key" + no))
                .flatMap(name -> Optional.ofNullable(it.get(name)).stream()));
  }

  private static String hmac(String digest, String key, String text) {
    try {
      Mac mac = Mac.getInstance(digest);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), digest));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + digest, e);
    }
  }
}
