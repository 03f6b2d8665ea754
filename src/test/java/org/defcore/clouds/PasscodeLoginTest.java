package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.clouds.TinyCloud.credentials;

import java.time.Duration;
import java.util.Map;
import org.defcore.clouds.Credentials.Method;
import org.defcore.http.HttpTransport;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  private void login(Credentials credentials, String body) {
    Session.login(cloud.config(cloud.url(), credentials), transport, recording);
    assertThat(cloud.seen().get(cloud.seen().size() - 1).body()).isEqualTo(body.replace('\'', '"'));
  }
}
