package org.defcore.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.clouds.Credentials.Method;
import org.defcore.clouds.Credentials.OpenId;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.HttpRequest.Payload;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.PercentEncoding;

/** A login by way of an OpenID provider, whose token the cloud takes for one of its own. */
final class OpenIdLogin {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Header ACCEPT = new Header("Accept", "application/json");

  private final CloudConfig config;
  private final OpenId provider;
  private final LoginCalls calls;

  OpenIdLogin(CloudConfig config, OpenId provider, LoginCalls calls) {
    this.config = config;
    this.provider = provider;
    this.calls = calls;
  }

  /**
   * A token of the cloud for no project yet.
   *
   * @throws CloudException if the provider or the cloud refuses
   */
  String token() {
    String access = accessToken(provider.tokenEndpoint().orElseGet(this::discovered));
    URI address =
        URI.create(
            "%s/OS-FEDERATION/identity_providers/%s/protocols/%s/auth"
                .formatted(
                    IdentityUrl.of(config.authUrl()).v3(),
                    PercentEncoding.encode(provider.identityProvider()),
                    PercentEncoding.encode(provider.protocol())));
    LoginProblem problem = new LoginProblem(config, address);
    Header bearer = new Header("Authorization", "Bearer " + access);
    HttpResponse response =
        calls.send(
            new HttpRequest("POST", address, List.of(ACCEPT, bearer), Optional.empty()), problem);
    Optional<String> token =
        response.header("X-Subject-Token").filter(it -> response.status() == 201 && !it.isBlank());
    token.ifPresent(calls.transport().secrets()::add);
    return token.orElseThrow(
        () ->
            problem.openId(
                response.status(),
                calls.line(LoginCalls.json(response).path("error").path("message").asText("")),
                List.of("identity_provider", "protocol")));
  }

  private URI discovered() {
    URI address = provider.discovery().orElseThrow();
    LoginProblem problem = new LoginProblem(config, address, "discovery_endpoint");
    HttpResponse response =
        calls.send(new HttpRequest("GET", address, List.of(ACCEPT), Optional.empty()), problem);
    return HttpAddress.parse(LoginCalls.json(response).path("token_endpoint").asText(""))
        .orElseThrow(() -> problem.noTokenEndpoint(response.status()));
  }

  private String accessToken(URI endpoint) {
    boolean discovered = provider.tokenEndpoint().isEmpty();
    LoginProblem problem =
        new LoginProblem(
            config, endpoint, discovered ? "discovery_endpoint" : "access_token_endpoint");
    HttpResponse response = calls.send(request(endpoint), problem);
    JsonNode answer = LoginCalls.json(response);
    String token = answer.path(provider.tokenType()).asText("");
    calls.transport().secrets().add(token);
    if (response.status() == 200 && !token.isEmpty()) {
      return token;
    }
    String reason =
        answer.path("error").asText("") + " " + answer.path("error_description").asText("");
    throw problem.openId(response.status(), calls.line(reason), keys());
  }

  private List<String> keys() {
    return config.credentials().method() == Method.OIDC_PASSWORD
        ? List.of("username", "password", "client_id", "client_secret")
        : List.of("client_id", "client_secret");
  }

  /** RFC 6749, 4.3.2 and 4.4.2; a client without a secret says its id in the form. */
  private HttpRequest request(URI endpoint) {
    Credentials who = config.credentials();
    Map<String, String> form = new LinkedHashMap<>();
    if (who.method() == Method.OIDC_PASSWORD) {
      form.put("grant_type", "password");
      form.put("username", who.userName().orElse(""));
      form.put("password", who.secret());
    } else {
      form.put("grant_type", "client_credentials");
    }
    form.put("scope", provider.scope());
    List<Header> headers = new ArrayList<>(List.of(ACCEPT));
    if (provider.clientSecret().isEmpty()) {
      form.put("client_id", provider.clientId());
    } else {
      headers.add(new Header("Authorization", "Basic " + basic()));
    }
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + PercentEncoding.encode(it.getValue()))
            .collect(Collectors.joining("&"));
    Payload payload =
        new Payload(body.getBytes(StandardCharsets.UTF_8), FORM, Framing.CONTENT_LENGTH);
    return new HttpRequest("POST", endpoint, headers, Optional.of(payload));
  }

  private String basic() {
    String both = provider.clientId() + ":" + provider.clientSecret();
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }
}
