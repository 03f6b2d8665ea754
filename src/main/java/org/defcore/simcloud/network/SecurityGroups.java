package org.defcore.simcloud.network;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Calls about security groups. */
final class SecurityGroups {

  private static final Set<String> ATTRIBUTES = Set.of("name", "description", "stateful");
  private static final String ALL = " /v2.0/security-groups";
  private static final String ONE = ALL + "/{id}";

  private final SecurityGroupStore groups;

  SecurityGroups(SecurityGroupStore groups) {
    this.groups = groups;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("network.security-groups.list", "GET" + ALL, this::list),
        Operation.of("network.security-groups.create", "POST" + ALL, this::create),
        Operation.of("network.security-groups.show", "GET" + ONE, this::show),
        Operation.of("network.security-groups.delete", "DELETE" + ONE, this::delete));
  }

  private Reply list(Incoming request) {
    return Collection.of(
        "security_groups",
        request,
        groups.of(request.caller().project()).stream().map(SecurityGroup::json).toList());
  }

  private Reply create(Incoming request) throws IOException {
    NetworkDocument asked = NetworkDocument.read(request, "security_group", ATTRIBUTES);
    String name = asked.text("name", "");
    if (name.toLowerCase(Locale.ROOT).equals(SecurityGroup.DEFAULT)) {
      throw NetworkFaults.conflict(
          "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
    }
    SecurityGroup made =
        groups.add(
            request.caller().project(),
            new SecurityGroup.Texts(name, asked.text("description", "")),
            asked.attribute("stateful").asBoolean(true));
    return Reply.json(201, Json.wrap("security_group", made.json()));
  }

  private Reply show(Incoming request) {
    SecurityGroup group = groups.get(request.caller().project(), request.part("id"));
    return Reply.json(200, Json.wrap("security_group", Collection.cut(request, group.json())));
  }

  private Reply delete(Incoming request) {
    groups.remove(request.caller().project(), request.part("id"));
    return Reply.empty(204);
  }
}
