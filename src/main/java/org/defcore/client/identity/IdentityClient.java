package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.PercentEncoding;

/** Identity calls below {@code /v3}, whatever version the catalogue's endpoint ends in. */
public final class IdentityClient {

  private static final String TOKENS = "/auth/tokens";

  private final ServiceEndpoint v3;
  private final ServiceEndpoint root;

  /** A service in the catalogue of a token, by its type. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record CatalogueService(String type) {}

  /** A project in the list of those that a user can log in to. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record UserProject(String id, String name, @JsonProperty("domain_id") String domainId) {}

  /** A domain, in which names of users and projects are unique. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Domain(String id, boolean enabled) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Versions(List<IdentityApiVersion> values) {

    Versions {
      values = List.copyOf(values);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Reason(String message) {}

  public IdentityClient(ServiceEndpoint identity) {
    this.root = identity.unversioned();
    this.v3 = root.at(URI.create(root.base() + "/v3"));
  }

  /** {@code GET /}, which needs no token. */
  public List<IdentityApiVersion> listVersions() {
    Answer answer = root.get("/").anonymous().expect(300);
    return answer.one("versions", Versions.class, Envelope.OPEN).values();
  }

  /** {@code GET /v3} */
  public IdentityApiVersion getVersion() {
    return v3.get("").expect(200).one("version", IdentityApiVersion.class, Envelope.OPEN);
  }

  /** {@code GET /v3/auth/catalog} */
  public List<CatalogueService> listCatalogue() {
    Answer answer = v3.get("/auth/catalog").expect(200);
    return answer.list("catalog", CatalogueService.class, Envelope.OPEN);
  }

  /** {@code GET /v3/users/{id}/projects} */
  public List<UserProject> listProjects(String userId) {
    String path = "/users/" + userId + "/projects";
    return v3.get(path).expect(200).list("projects", UserProject.class, Envelope.OPEN);
  }

  /** {@code GET /v3/domains/{id}} */
  public Domain getDomain(String id) {
    return v3.get("/domains/" + PercentEncoding.encode(id))
        .expect(200)
        .one("domain", Domain.class, Envelope.OPEN);
  }

  /** The application credentials of a user. */
  public Resource<ApplicationCredential> applicationCredentials(String userId) {
    ResourceCalls calls =
        new ResourceCalls(
            "/users/" + userId + "/application_credentials",
            "application_credential",
            "application_credentials",
            new ResourceCalls.Statuses(201, 200, 204),
            Envelope.OPEN);
    return new Resource<>(v3, calls, ApplicationCredential.class);
  }

  /** {@code POST /v3/auth/tokens} */
  public Token.Issued issueToken(TokenRequest login) {
    return issued(request(login).expect(201));
  }

  /** {@code POST /v3/auth/tokens}; nothing if the proof is refused. */
  public Optional<Token.Issued> findToken(TokenRequest login) {
    Answer answer = request(login).expectOneOf(201, 401);
    return Optional.of(answer).filter(it -> it.status() == 201).map(IdentityClient::issued);
  }

  private static Token.Issued issued(Answer answer) {
    return new Token.Issued(answer.requiredHeader("X-Subject-Token"), Token.of(answer));
  }

  /** {@code POST /v3/users/{id}/password}, to which the old password is the proof, and no token. */
  public void changePassword(String userId, String old, String password) {
    change(userId, old, password).expect(204).withoutBody();
  }

  /** As {@link #changePassword}; false if the cloud does not take the new password. */
  public boolean changePasswordUnlessRefused(String userId, String old, String password) {
    return change(userId, old, password).expectOneOf(204, 400).status() == 204;
  }

  private Call change(String userId, String old, String password) {
    Map<String, String> user = Map.of("password", password, "original_password", old);
    return v3.post("/users/" + userId + "/password").anonymous().json(Map.of("user", user));
  }

  /**
   * {@code POST /v3/auth/tokens}, which has to be refused, with a reason in words.
   *
   * @return the status
   */
  public int refuseToken(TokenRequest login) {
    Answer answer = request(login).send();
    if (answer.status() < 400) {
      throw answer.unexpected("a refusal", Integer.toString(answer.status()));
    }
    answer.one("error", Reason.class, Envelope.OPEN);
    return answer.status();
  }

  /** {@code GET /v3/auth/tokens} */
  public Token getToken(String token) {
    return Token.of(about("GET", token).expect(200));
  }

  /** {@code HEAD /v3/auth/tokens}; 204 does not do. */
  public void checkToken(String token) {
    about("HEAD", token).expect(200);
  }

  /** {@code DELETE /v3/auth/tokens} */
  public void revokeToken(String token) {
    about("DELETE", token).expect(204);
  }

  private Call request(TokenRequest login) {
    return v3.post(TOKENS).anonymous().json(login.body());
  }

  private Call about(String method, String token) {
    return v3.call(method, TOKENS).header("X-Subject-Token", token);
  }
}
