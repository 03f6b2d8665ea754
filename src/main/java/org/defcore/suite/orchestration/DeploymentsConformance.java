package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.client.orchestration.ServerConfig;
import org.defcore.client.orchestration.SoftwareDeployment;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Deployments of software for a server that is not there: no server takes part in them. */
final class DeploymentsConformance {

  private static final int EACH = 3;

  @InteropTest(id = "8ee231ff-f80a-4a17-a860-5cda87e18ad0")
  @Claim(
      "Deployments of three stacks at once are in the metadata of their server, and their signals"
          + " complete the stacks")
  void deploymentsAreSignalled(Cloud cloud, Cleanup cleanup, Poll poll) {
    String server = UUID.randomUUID().toString();
    List<OwnStack> stacks =
        Stream.generate(() -> OwnStack.make(cloud, cleanup, deployments(server))).limit(3).toList();
    OrchestrationClient heat = cloud.member().orchestration();
    List<ServerConfig> configs =
        poll.like("software deployed")
            .until(
                "metadata of %d deployments".formatted(EACH * stacks.size()),
                () -> heat.listConfigs(server),
                it -> it.size() == EACH * stacks.size());

    List<String> links = configs.stream().map(it -> it.input("deploy_signal_id")).toList();
    assertThat(links)
        .as("deploy_signal_id in GET /software_deployments/metadata/%s", server)
        .allMatch(it -> it.startsWith("http"), "addresses");
    links.forEach(heat::signal);

    stacks.forEach(it -> it.await("CREATE_COMPLETE", poll));
  }

  @InteropTest(id = "bd539232-b999-4bec-b47d-ff4822fc8b82")
  @Claim("A deployment without a signal within a minute fails, and so does its stack")
  void silentDeploymentsFail(Cloud cloud, Cleanup cleanup, Poll poll) {
    String server = UUID.randomUUID().toString();
    OwnStack stack = OwnStack.make(cloud, cleanup, deployments(server).with("timeout_mins", 1));

    stack.await("CREATE_FAILED", poll);

    List<SoftwareDeployment> failed =
        poll.until(
            "deployments to be FAILED",
            () -> stack.heat().listDeployments(server),
            it -> it.stream().allMatch(each -> each.status().equals("FAILED")));
    assertThat(failed).as("GET /software_deployments?server_id=%s", server).hasSize(EACH);
  }

  private static Wanted deployments(String server) {
    String template =
        """
        heat_template_version: 2013-05-23
        resources:
          config: {type: 'OS::Heat::SoftwareConfig', properties: {config: a text}}
        """;
    String deployment =
        """
          deployment_%d:
            type: OS::Heat::SoftwareDeploymentGroup
            properties: {config: {get_resource: config}, servers: {server: %s}}
        """;
    return OwnStack.of(
        IntStream.range(0, EACH)
            .mapToObj(it -> deployment.formatted(it, server))
            .collect(Collectors.joining("", template, "")));
  }
}
