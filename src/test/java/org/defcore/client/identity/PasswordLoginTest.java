package org.defcore.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.defcore.clouds.Credentials;
import org.defcore.clouds.Credentials.Method;
import org.junit.jupiter.api.Test;

class PasswordLoginTest {

  @Test
  void namesTheUserByIdAlone() {
    assertThat(PasswordLogin.byId("u1", inDomain("Default")).body().fields().toString())
        .isEqualTo(
            "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":"
                + "{\"user\":{\"id\":\"u1\",\"password\":\"open-sesame\"}}}}}");
  }

  @Test
  void namesTheUserByIdInTheConfiguredDomain() {
    assertThat(
            PasswordLogin.byIdInDomain("u1", inDomain("Default"))
                .body()
                .fields()
                .at("/auth/identity"))
        .hasToString(
            "{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":\"u1\","
                + "\"domain\":{\"name\":\"Default\"},\"password\":\"open-sesame\"}}}");
  }

  @Test
  void namesTheUserByNameIntoAProject() {
    PasswordLogin login =
        PasswordLogin.byName("u1", "ann", inDomain("Default")).into("p", "default");

    assertThat(login.body().fields().at("/auth/identity/password/user"))
        .hasToString(
            "{\"name\":\"ann\",\"domain\":{\"name\":\"Default\"},\"password\":\"open-sesame\"}");
    assertThat(login.body().fields().at("/auth/scope"))
        .hasToString("{\"project\":{\"name\":\"p\",\"domain\":{\"id\":\"default\"}}}");
  }

  @Test
  void namesTheUserByIdWhereTheNameHasNoDomain() {
    PasswordLogin login =
        PasswordLogin.byName("u1", "ann", credentials(Method.PASSWORD, Optional.empty()));

    assertThat(login.body().fields().at("/auth/identity/password/user"))
        .hasToString("{\"id\":\"u1\",\"password\":\"open-sesame\"}");
  }

  @Test
  void refusesCredentialsWithoutPassword() {
    Credentials token = credentials(Method.TOKEN, Optional.empty());

    assertThatThrownBy(() -> PasswordLogin.byId("u1", token))
        .hasMessage("expected credentials with a password but found TOKEN");
  }

  private static Credentials inDomain(String name) {
    return credentials(Method.PASSWORD, Optional.of(name));
  }

  private static Credentials credentials(Method method, Optional<String> userDomainName) {
    return new Credentials(
        method,
        Optional.empty(),
        Optional.of("ann"),
        Optional.empty(),
        userDomainName,
        Optional.empty(),
        Optional.of("p"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "open-sesame");
  }
}
