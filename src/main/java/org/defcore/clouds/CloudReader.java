package org.defcore.clouds;

import static org.defcore.clouds.CloudSettings.quoted;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.tls.ClientCertificate;
import org.defcore.http.tls.TlsSettings;
import org.defcore.http.tls.TlsSettings.Trust;
import org.defcore.service.Service;

/** Turns the settings of one cloud into its configuration. */
final class CloudReader {

  private final RegionReader regions;
  private final Environment surroundings;

  /**
   * @param region asked for outside of the file
   */
  CloudReader(
      CloudSettings written, Environment surroundings, Optional<RegionReader.Asked> region) {
    this.regions = new RegionReader(written, region);
    this.surroundings = surroundings;
  }

  CloudConfig read() {
    RegionReader.Region region = regions.read();
    CloudSettings settings = region.settings();
    refuseVersion2(settings);
    CredentialsReader login = new CredentialsReader(settings, surroundings);
    URI authUrl = authUrl(settings);
    Credentials credentials = login.read();
    return new CloudConfig(
        settings.name(),
        settings.source(),
        authUrl,
        credentials,
        region.name(),
        settings.facing("interface", "endpoint_type").orElse("public"),
        tls(settings),
        ProxyRules.of(surroundings.variables()),
        overrides(settings),
        new FurtherReader(settings, credentials).read(region.choice()));
  }

  private static void refuseVersion2(CloudSettings settings) {
    Optional<String> version = settings.top("identity_api_version");
    if (version.filter(it -> !it.replaceFirst("^v", "").matches("3(\\.\\d+)?")).isPresent()) {
      throw settings.problem(
          "identity_api_version",
          "3",
          quoted(version.get()),
          "identity v2 is not supported; correct it in " + settings.source());
    }
  }

  private static URI authUrl(CloudSettings settings) {
    Optional<String> written = settings.option("auth_url");
    if (written.isEmpty()) {
      Optional<String> profile = settings.top("profile", "cloud");
      if (profile.isPresent()) {
        throw settings.problem(
            "profile",
            "auth.auth_url beside it",
            quoted(profile.get()) + " alone",
            "vendor profiles are not supported; " + settings.remedy("auth_url"));
      }
      throw settings.missing("auth_url", "the identity URL");
    }
    URI uri = settings.address("auth.auth_url", written.get());
    if (uri.getPath().matches(".*/v2(\\.0)?/*")) {
      throw settings.problem(
          "auth.auth_url",
          "an identity v3 URL",
          quoted(uri.toString()),
          "identity v2 is not supported; end it in /v3 in " + settings.source());
    }
    return uri;
  }

  private static Trust trust(CloudSettings settings) {
    Optional<String> path = settings.top("verify").filter(it -> it.matches(".*(/|\\.\\w+$).*"));
    if (path.isPresent()) {
      throw settings.problem(
          "verify",
          "true or false",
          quoted(path.get()),
          "name a file of authorities as cacert in " + settings.source());
    }
    boolean insecure = settings.flag("insecure").orElse(false);
    boolean verify = settings.flag("verify").orElse(true);
    return insecure || !verify ? Trust.ANY : Trust.VERIFIED;
  }

  private TlsSettings tls(CloudSettings settings) {
    Trust trust = trust(settings);
    return new TlsSettings(
        trust == Trust.ANY ? Optional.empty() : file(settings, "cacert"), trust, client(settings));
  }

  private Optional<ClientCertificate> client(CloudSettings settings) {
    Optional<Path> certificates = file(settings, "cert");
    Optional<Path> key = file(settings, "key");
    if (certificates.isEmpty() && key.isPresent()) {
      throw settings.problem(
          "cert",
          "a PEM file beside key",
          "nothing",
          settings.fromEnvironment() ? "set OS_CERT" : "set it in " + settings.source());
    }
    return certificates.map(it -> new ClientCertificate(it, key.orElse(it)));
  }

  private Optional<Path> file(CloudSettings settings, String key) {
    Optional<String> written = settings.top(key);
    Optional<Path> file = written.map(surroundings::resolve);
    if (file.filter(it -> !Files.isRegularFile(it) || !Files.isReadable(it)).isPresent()) {
      throw settings.problem(
          key,
          "a readable PEM file",
          "none at " + written.get(),
          "correct it in " + settings.source());
    }
    return file;
  }

  private static Map<String, URI> overrides(CloudSettings settings) {
    Map<String, URI> overrides = new TreeMap<>();
    for (String key : settings.keys()) {
      CloudKeys.service(key, CloudKeys.OVERRIDE)
          .ifPresent(it -> override(settings, it).ifPresent(uri -> overrides.put(it.word(), uri)));
    }
    return overrides;
  }

  /** Of several spellings for one service the official one counts, then the older ones in turn. */
  private static Optional<URI> override(CloudSettings settings, Service type) {
    return type.spellings().stream()
        .map(it -> it.replace('-', '_') + CloudKeys.OVERRIDE)
        .flatMap(key -> settings.top(key).map(it -> settings.address(key, it)).stream())
        .findFirst();
  }
}
