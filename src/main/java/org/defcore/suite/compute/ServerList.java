package org.defcore.suite.compute;

import static org.defcore.kit.Role.MEMBER;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerSummary;
import org.defcore.kit.Cloud;

/** The two lists of servers. */
enum ServerList {
  BRIEF("GET /servers"),
  DETAILED("GET /servers/detail");

  private final String call;

  ServerList(String call) {
    this.call = call;
  }

  /** Ids of the servers in it. */
  List<String> ids(Cloud cloud, Query... filters) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    return switch (this) {
      case BRIEF -> servers.listServers(filters).stream().map(ServerSummary::id).toList();
      case DETAILED -> servers.listServersInDetail(filters).stream().map(Server::id).toList();
    };
  }

  /** The call for messages: {@code GET /servers?limit=1}. */
  String call(Query filter) {
    return call + "?" + filter.name() + "=" + filter.value();
  }

  @Override
  public String toString() {
    return call;
  }
}
