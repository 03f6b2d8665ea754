package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.defcore.http.HttpTransport;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of clouds.yaml as people write them: taken, told about, or refused in one line. */
class OddEntriesTest {

  private static final String ANNA =
      "username: anna, password: s3cret, project_name: demo, domain_name: Default";

  private final TinyCloud cloud = new TinyCloud();
  @TempDir Path folder;

  @AfterEach
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
"""
auth: {auth_url: 'URL/v3/', ANNA} | taken
auth: {auth_url: 'URL', ANNA} | taken
auth: {auth_url: 'URL/', ANNA} | taken
auth: {auth_url: 'HTTP_URL/v3', ANNA} | taken
auth: {auth_url: 'URL/v3/auth/tokens', ANNA} | taken
auth: {auth_url: ' URL/v3 ', ANNA}; region_name: 'One ' | taken
auth: {auth_url: 'URL/v3', ANNA}; region_name: One; regions: [One, Two] | taken
auth: {auth_url: 'URL/v3', ANNA}; region_name: [One, Two] | taken
auth: {auth_url: 'URL/v3', ANNA}; networks: [{name: net}] | taken
auth: {auth_url: 'URL/v3', ANNA}; compute_interface: public; volume_api_version: '3' | taken
auth: {auth_url: 'URL/v3', user_id: u, password: 0123, project_id: 1e3} | taken
auth: {auth_url: 'URL/v3', user_id: u, password: ~, project_id: p}; password: s3cret | taken
auth: {auth_url: 'URL/v3', ANNA, passcode: '123456'}; auth_type: v3multifactor; auth_methods: [v3password, v3totp] | taken
auth: {auth_url: 'URL/v3', user_id: u, passcode: '123456', project_id: p}; auth_type: v3totp | taken
auth: {auth_url: 'URL/v3', ANNA, verify: False} | auth.verify is not used: it belongs beside auth, not below it
auth: {auth_url: 'URL/v3', ANNA, cert: x} | auth.cert is not used: it belongs beside auth, not below it
auth: {auth_url: 'URL/v3', ANNA, passcode: '123456'} | auth.passcode is not used: it goes with auth_type v3multifactor or v3totp
auth: {auth_url: 'URL/v3', ANNA, system_scope: all} | auth.system_scope is not used: a run is about one project
auth: {auth_url: 'URL/v3', ANNA}; profile: vexxhost | profile is not used: vendor profiles are not supported: set all of the cloud here
auth: {auth_url: 'URL/v3', ANNA}; floating_ip_source: None | floating_ip_source is not used: no such setting is known here
auth: {auth_url: 'URL/v3', application_credential_id: a, application_credential_secret: s3cret, username: demo}; auth_type: v3applicationcredential | auth.username is not used: a login of kind application_credential does not take it
auth: {auth_url: 'URL/v3', username: anna, password: s3cret, project_name: demo} | auth.user_domain_name: expected the domain of auth.username but found only auth_url, password, project_name, username: set auth.user_domain_name in clouds.yaml
auth: {auth_url: 'HOST/v3', ANNA} | auth.auth_url: expected an http or https URL but found "HOST/v3": correct it in clouds.yaml
auth: {auth_url: 'http://a b/v3', ANNA} | auth.auth_url: expected an http or https URL but found "http://a b/v3": correct it in clouds.yaml
auth: {ANNA}; profile: vexxhost | profile: expected auth.auth_url beside it but found "vexxhost" alone: vendor profiles are not supported; set auth.auth_url in clouds.yaml
auth: {ANNA}; profile: 'http://a.example/' | profile: expected auth.auth_url beside it but found "http://a.example/" alone: vendor profiles are not supported; set auth.auth_url in clouds.yaml
auth: {auth_url: 'URL/v3', ANNA}; cacert: ~/gone.pem | cacert: expected a readable PEM file but found none at ~/gone.pem: correct it in clouds.yaml
auth: {auth_url: 'URL/v3', ANNA}; verify: /etc/ssl/ca.pem | verify: expected true or false but found "/etc/ssl/ca.pem": name a file of authorities as cacert in clouds.yaml
auth: {auth_url: 'URL/v3', ANNA}; interface: [public, internal] | interface: expected one value but found a list: correct it in clouds.yaml
auth: {auth_url: 'URL/v3', ANNA}; compute_interface: inner | compute_interface: expected public, internal or admin but found "inner": correct it in clouds.yaml
auth: {}; auth_type: none; endpoint: URL | auth_type: expected KINDS but found "none": correct it in clouds.yaml
auth: {endpoint: URL, token: x}; auth_type: admin_token | auth_type: expected KINDS but found "admin_token": correct it in clouds.yaml
auth: {auth_url: 'URL/v3', protocol: openid, client_id: x, client_secret: y, discovery_endpoint: 'https://x.example/'}; auth_type: v3oidcclientcredentials | auth.identity_provider: expected the name that the provider has in the cloud but found only auth_url, client_id, client_secret, discovery_endpoint, protocol: set auth.identity_provider in clouds.yaml
""")
  void entryIsTakenOrToldInOneLine(String entry, String outcome) {
    Desk desk = new Desk(folder);
    String text =
        entry
            .replace("ANNA", ANNA)
            .replace("HTTP_URL", cloud.url().replace("http", "HTTP"))
            .replace("URL", cloud.url())
            .replace("; ", "\n    ");
    desk.write("work/clouds.yaml", "clouds:", "  acme:", "    " + text);

    assertThat(outcome(desk))
        .isEqualTo(
            outcome.equals("taken")
                ? List.of()
                : List.of(
                    "clouds.yaml: cloud 'acme': "
                        + outcome.replace(
                            "KINDS",
                            "password, token, v3applicationcredential, v3totp, v3multifactor,"
                                + " v3oidcpassword or v3oidcclientcredentials")));
  }

  /** Lines that the user reads; the login works if there is none that says that it does not. */
  private List<String> outcome(Desk desk) {
    CloudConfig config;
    try {
      config = desk.load();
    } catch (CloudException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    try (HttpTransport transport = new HttpTransport(TransportSettings.defaults(), new Secrets())) {
      assertThat(Session.login(config, transport, new Recording()).projectId()).isEqualTo("p1");
      return config.further().unused();
    }
  }
}
