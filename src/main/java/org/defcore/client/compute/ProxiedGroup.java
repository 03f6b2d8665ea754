package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.Envelope;

/**
 * A security group as compute passes it on, with the rules for what comes in, whose order means
 * nothing: here they are by id.
 */
public record ProxiedGroup(
    String id,
    String name,
    String description,
    @JsonProperty("tenant_id") String projectId,
    List<Rule> rules)
    implements Identified {

  public ProxiedGroup {
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  static ResourceCalls calls(String above) {
    Statuses statuses = new Statuses(200, 200, 202);
    return new ResourceCalls(
        above + "/os-security-groups",
        "security_group",
        "security_groups",
        statuses,
        Envelope.CLOSED);
  }

  /**
   * A rule of such a group.
   *
   * @param group whose members may come in, or nothing
   * @param range of addresses that may come in, or nothing
   */
  public record Rule(
      String id,
      @JsonProperty("parent_group_id") String parent,
      @AlwaysPresent @JsonProperty("ip_protocol") Optional<String> protocol,
      @AlwaysPresent @JsonProperty("from_port") Optional<Integer> from,
      @AlwaysPresent @JsonProperty("to_port") Optional<Integer> to,
      Map<String, String> group,
      @JsonProperty("ip_range") Map<String, String> range) {

    public Rule {
      group = Map.copyOf(group);
      range = Map.copyOf(range);
    }
  }
}
