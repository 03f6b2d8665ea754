package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.clouds.TinyCloud.credentials;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.HttpTransport;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.identity.Totp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins with a passcode, which works once. */
class PasscodeLoginTest {

  private final TinyCloud cloud = new TinyCloud();
  private final Recording recording = new Recording();
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void sendsPasscodes() {
    Map<String, String> anna = Map.of("userId", "u1", "projectId", "p1", "passcode", "123456");
    login(
        credentials(Method.MULTIFACTOR, anna, "s3cr"),
        "{'auth':{'identity':{'methods':['password','totp'],"
            + "'password':{'user':{'id':'u1','password':'s3cr'}},"
            + "'totp':{'user':{'id':'u1','passcode':'123456'}}},"
            + "'scope':{'project':{'id':'p1'}}}}");
    login(
        credentials(Method.TOTP, Map.of("userId", "u1", "projectId", "p1"), "123456"),
        "{'auth':{'identity':{'methods':['totp'],"
            + "'totp':{'user':{'id':'u1','passcode':'123456'}}},"
            + "'scope':{'project':{'id':'p1'}}}}");
    assertThat(recording.exchanges().toString()).doesNotContain("123456", "s3cr\"");
  }

  @Test
  void tokenThatCostAPasscodeIsUsedToItsEnd() {
    Credentials anna =
        credentials(Method.MULTIFACTOR, Map.of("userId", "u1", "passcode", "123456"), "s3cr");
    Ticking clock = new Ticking();
    CloudConfig config = cloud.config(cloud.url(), anna);
    Session session = Session.login(config, transport, recording, clock);

    clock.now = clock.now.plus(Duration.ofMinutes(59));
    assertThat(session.token()).isEqualTo("token-anna-1");
    assertThat(session.inPlaceOf("token-anna-1")).isEmpty();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThatThrownBy(session::token)
        .hasMessage("cloud 'acme': the token has expired: start again with a new passcode");
    assertThat(cloud.lines()).as("logins").hasSize(1);
  }

  /** Secret, time and passcode are those of appendix B of RFC 6238. */
  @Test
  void logsInToACloudThatChecksPasscodes(@TempDir Path folder) {
    Desk desk = new Desk(folder);
    try (SimulatedCloud keystone =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual()
                .withClock(Clock.fixed(Instant.ofEpochSecond(1234567890), ZoneOffset.UTC))
                .withTotp(Totp.parse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")))) {
      desk.write("work/clouds.yaml", keystone.cloudsYaml());
      desk.set("OS_PASSCODE", "005924");
      CloudConfig both = desk.load("simulated");
      assertThat(both.credentials().method()).isEqualTo(Method.MULTIFACTOR);
      assertThat(login(both).userName()).isEqualTo("demo");
      assertThat(login(desk.load("simulated-alt")).userName()).isEqualTo("demo-alt");

      desk.set("OS_PASSCODE", "005923");
      assertThatThrownBy(() -> login(desk.load("simulated")))
          .hasMessage(
              "cloud 'simulated': login refused (401) at %s/auth/tokens: check auth.username and auth.password in clouds.yaml, and take a new passcode"
                  .formatted(keystone.authUrl()));
      String yaml = keystone.cloudsYaml().replaceAll(" +auth_(type|methods): .*\n", "");
      desk.write("work/clouds.yaml", yaml);
      assertThatThrownBy(() -> login(desk.load("simulated")))
          .hasMessageContaining(
              "login needs another method (401)", "expected totp as well but found password alone");
      desk.write(
          "work/clouds.yaml",
          yaml.replaceAll("( +)(auth:\n)", "$1auth_type: v3totp\n$1$2")
              .replaceAll(" +password: .*\n", ""));
      assertThatThrownBy(() -> login(desk.load("simulated")))
          .hasMessageContaining("check auth.username in clouds.yaml, and take a new passcode");
      desk.set("OS_PASSCODE", "005924");
      assertThat(login(desk.load("simulated-alt")).userName()).isEqualTo("demo-alt");
      assertThatThrownBy(() -> login(desk.load("simulated")))
          .hasMessageContaining("expected password as well but found totp alone");
    }
  }

  private Session login(CloudConfig config) {
    return Session.login(config, transport, recording);
  }

  private void login(Credentials credentials, String body) {
    Session.login(cloud.config(cloud.url(), credentials), transport, recording);
    assertThat(cloud.seen().get(cloud.seen().size() - 1).body()).isEqualTo(body.replace('\'', '"'));
  }
}
