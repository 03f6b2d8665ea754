package org.defcore.client.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Networking calls about security groups and their rules. */
public final class SecurityGroupClient {

  private static final String GROUPS = "/v2.0/security-groups";
  private static final String RULES = "/v2.0/security-group-rules";

  private final ServiceEndpoint network;

  /**
   * @param network with or without the version
   */
  public SecurityGroupClient(ServiceEndpoint network) {
    this.network = network.unversioned();
  }

  /** {@code POST /v2.0/security-groups} */
  public SecurityGroup createGroup(String name) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("security_group").put("name", name);
    Answer answer = network.post(GROUPS).json(body).expect(201);
    return answer.as(SecurityGroupEnvelope.class).group();
  }

  /** {@code GET /v2.0/security-groups/{id}} */
  public SecurityGroup getGroup(String id) {
    Answer answer = network.get(GROUPS + "/" + PercentEncoding.encode(id)).expect(200);
    return answer.as(SecurityGroupEnvelope.class).group();
  }

  /** {@code GET /v2.0/security-group-rules} of one group. */
  public List<SecurityGroupRule> listRules(String group) {
    Answer answer = network.get(RULES).query("security_group_id", group).expect(200);
    return answer.as(SecurityGroupRulesEnvelope.class).rules();
  }

  /**
   * {@code POST /v2.0/security-group-rules} for a rule that cannot be: 400, and a fault, which is
   * an object in an object, with a message.
   */
  public void requireRefusal(String group, PortRule rule) {
    Answer answer = network.post(RULES).json(rule.body(group)).expect(400);
    JsonNode body = answer.json();
    if (!body.isObject() || body.size() != 1 || !isFault(body.elements().next())) {
      throw answer.unexpected("a fault with a message", "another body");
    }
  }

  private static boolean isFault(JsonNode fault) {
    return fault.path("message").isTextual() && !fault.path("message").asText().isBlank();
  }
}
