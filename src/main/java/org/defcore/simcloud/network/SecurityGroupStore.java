package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Times;

/**
 * The security groups of all projects with their rules. Safe for use by many threads; refuses as
 * the service does.
 */
final class SecurityGroupStore {

  static final int MOST_GROUPS = 500;
  static final int MOST_RULES = 2000;

  private static final JsonNode NOTHING = NullNode.getInstance();

  private final Map<String, SecurityGroup> groups = new TreeMap<>();
  private final Clock clock;
  private int numbers;

  /** Gives each project the group that it begins with. */
  SecurityGroupStore(List<String> projects, Clock clock) {
    this.clock = clock;
    projects.forEach(this::addDefault);
  }

  private void addDefault(String project) {
    String id = Ids.builtIn("security group of " + project);
    JsonNode own = TextNode.valueOf(id);
    List<SecurityGroupRule> rules =
        Stream.of(
                Traffic.all("egress", "IPv4"),
                Traffic.all("egress", "IPv6"),
                Traffic.all("ingress", "IPv4").with(own),
                Traffic.all("ingress", "IPv6").with(own))
            .map(it -> rule(Ids.builtIn(it + id), project, id, it, NOTHING))
            .toList();
    SecurityGroup.Texts texts =
        new SecurityGroup.Texts(SecurityGroup.DEFAULT, "Default security group");
    groups.put(id, new SecurityGroup(id, project, texts, true, now(), now(), 1, rules));
  }

  private SecurityGroupRule rule(
      String id, String project, String group, Traffic traffic, JsonNode description) {
    return new SecurityGroupRule(id, project, group, traffic, description, now(), ++numbers);
  }

  private String now() {
    return Times.seconds(clock.instant());
  }

  /** Those of a project, by id. */
  synchronized List<SecurityGroup> of(String project) {
    return groups.values().stream().filter(it -> it.project().equals(project)).toList();
  }

  /** One of a project, which is all that its members see. */
  synchronized SecurityGroup get(String project, String id) {
    return Optional.ofNullable(groups.get(id))
        .filter(it -> it.project().equals(project))
        .orElseThrow(() -> missing(id));
  }

  private static Refusal missing(String id) {
    return NetworkFaults.notFound(
        "SecurityGroupNotFound", "Security group " + id + " does not exist");
  }

  /** Adds a group that lets everything out and nothing in. */
  synchronized SecurityGroup add(String project, SecurityGroup.Texts texts, boolean stateful) {
    if (of(project).size() >= MOST_GROUPS) {
      throw NetworkFaults.overQuota("security_group");
    }
    String id = Ids.uuid();
    List<SecurityGroupRule> rules =
        Stream.of(Traffic.all("egress", "IPv4"), Traffic.all("egress", "IPv6"))
            .map(it -> rule(Ids.uuid(), project, id, it, NOTHING))
            .toList();
    SecurityGroup group =
        new SecurityGroup(id, project, texts, stateful, now(), now(), rules.size() - 1, rules);
    groups.put(id, group);
    return group;
  }

  synchronized void remove(String project, String id) {
    if (get(project, id).isDefault()) {
      throw NetworkFaults.conflict(
          "SecurityGroupCannotRemoveDefault",
          "Insufficient rights for removing default security group.");
    }
    groups.remove(id);
  }

  synchronized void rename(String project, String id, String name) {
    groups.put(id, get(project, id).renamed(name));
  }

  /** Adds a rule to one of a project's groups, unless that has the same one already. */
  synchronized SecurityGroupRule addRule(
      String project, String id, Traffic traffic, String description) {
    if (rules(project).size() >= MOST_RULES) {
      throw NetworkFaults.overQuota("security_group_rule");
    }
    SecurityGroup group = get(project, id);
    for (SecurityGroupRule other : group.rules()) {
      if (other.traffic().byNumber().equals(traffic.byNumber())) {
        throw NetworkFaults.conflict(
            "SecurityGroupRuleExists",
            "Security group rule already exists. Rule id is " + other.id() + ".");
      }
    }
    SecurityGroupRule rule = rule(Ids.uuid(), project, id, traffic, TextNode.valueOf(description));
    groups.put(id, group.with(rule));
    return rule;
  }

  /** All rules of a project's groups. */
  synchronized List<SecurityGroupRule> rules(String project) {
    return of(project).stream().flatMap(it -> it.rules().stream()).toList();
  }

  synchronized List<String> resources() {
    return groups.values().stream()
        .filter(it -> !it.isDefault())
        .map(it -> "security-group " + it.id() + " " + it.texts().name())
        .toList();
  }
}
