package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defcore.client.ApiContract;
import org.defcore.client.ApiContract.Answered;
import org.defcore.client.ApiContract.Breach;
import org.defcore.client.dns.DnsClient;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.client.volume.VolumeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the answers of a real cloud, as far as they were recorded, and those of the simulated one
 * to what the API promises.
 */
class ContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> OF_VALUES = Set.of("enum", "pattern", "minimum", "maximum");

  private static List<String> subjects() throws IOException {
    return RecordedRequests.subjects().stream()
        .filter(it -> !it.matches("(identity|image|compute).*"))
        .toList();
  }

  private static ApiContract contract(String subject) throws IOException {
    return new ApiContract(
        switch (RecordedRequests.service(subject)) {
          case "network" -> NetworkClient.class;
          case "volume" -> VolumeClient.class;
          case "orchestration" -> OrchestrationClient.class;
          case "dns" -> DnsClient.class;
          default -> ObjectStoreClient.class;
        });
  }

  /** The body; for the object store the headers, with the body beside them if it is JSON. */
  private static JsonNode told(String subject, JsonNode body, Map<String, JsonNode> headers) {
    if (!isOfHeaders(subject)) {
      return body;
    }
    ObjectNode all = JSON.createObjectNode();
    headers.forEach((name, value) -> all.set(name.toLowerCase(Locale.ROOT), value));
    return body.isContainerNode() ? all.set("body", body) : all;
  }

  private static boolean isOfHeaders(String subject) {
    return subject.startsWith("object-store");
  }

  private static Map<String, JsonNode> headers(JsonNode step) {
    return step.at("/answer/headers")
        .valueStream()
        .collect(Collectors.toMap(JsonNode::asText, it -> RecordedForm.TEXT));
  }

  private static Map<String, JsonNode> headers(HttpResponse<byte[]> response) {
    return response.headers().map().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> TextNode.valueOf(it.getValue().get(0))));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void recordedAnswersKeepIt(String subject) throws IOException {
    ApiContract contract = contract(subject);
    List<String> breaches = new ArrayList<>();

    for (JsonNode step : RecordedRequests.steps(subject)) {
      for (RecordedForm recorded : RecordedForm.all(step.at("/answer/shape"))) {
        RecordedForm form = new RecordedForm(told(subject, recorded.body(), headers(step)));
        Answered answered =
            answered(
                step,
                step.at("/request/path").asText().replaceAll("\\{\\w+}", RecordedForm.ID),
                step.at("/answer/status").asInt(),
                form.body());
        contract.breaches(answered).orElse(List.of()).stream()
            .filter(it -> !(OF_VALUES.contains(it.rule()) && form.isUnknown(it.at())))
            .filter(it -> !it.rule().equals("itself"))
            .forEach(it -> breaches.add(step.path("name").asText() + " " + it));
      }
    }

    assertThat(breaches).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void answersOfTheSimulatedCloudKeepIt(String subject) throws Exception {
    assertThat(breaches(subject, List.of())).isEmpty();
  }

  @Test
  void callsOfTheClientsHaveOne() throws IOException {
    Set<String> without = new TreeSet<>();

    for (String subject : subjects()) {
      for (JsonNode step : RecordedRequests.steps(subject)) {
        Answered answered =
            answered(
                step,
                step.at("/request/path").asText(),
                step.at("/answer/status").asInt(),
                MissingNode.getInstance());
        if (!step.at("/request").has("service") && contract(subject).breaches(answered).isEmpty()) {
          without.add(subject.replaceFirst("-.*", "") + " " + answered.path());
        }
      }
    }

    assertThat(without)
        .containsExactly(
            "network /v2.0/",
            "network /v2.0/availability_zones",
            "network /v2.0/quotas/{project}",
            "network /v2.0/quotas/{project}/default",
            "volume /limits",
            "volume /os-quota-sets/{project}",
            "volume /os-quota-sets/{project}/defaults",
            "volume /os-quota-sets/{project}?usage=True",
            "volume /v3",
            "volume /v3/");
  }

  @Test
  void breachesOfNetworkingAreFound() throws Exception {
    assertFound(
        "network-ports",
        """
        network.networks.update.drop=/network/name              | /network | required
        network.networks.update.set=/network/shared:"no"        | /network/shared | type
        network.networks.update.set=/network/tenant_id:null     | /network/tenant_id | type
        network.networks.update.set=/network/mtu:67             | /network/mtu | minimum
        network.networks.update.set=/network/subnets:["one"]    | /network/subnets/0 | pattern
        network.networks.delete.status=202                      |  | status
        network.subnets.show.set=/subnet/cidr:"10.0.0.0"        | /subnet/cidr | pattern
        network.subnets.show.set=/subnet/gateway_ip:"gateway"   | /subnet/gateway_ip | pattern
        network.subnets.show.set=/subnet/ip_version:5           | /subnet/ip_version | enum
        network.ports.show.set=/port/id:"0"                     | /port/id | pattern
        network.ports.show.set=/port/id:"0"                     | /id | itself
        network.ports.show.set=/port/status:"UP"                | /port/status | enum
        network.ports.show.set=/port/mac_address:"FA-16"        | /port/mac_address | pattern
        network.ports.show.set=/port/created_at:"2026-11-30"    | /port/created_at | pattern
        network.ports.show.drop=/NeutronError/message           | /NeutronError | required
        network.ports.list.set=/ports/0/fixed_ips/0/ip_address:"1" | /ports/0/fixed_ips/0/ip_address | pattern
        network.ports.delete.status=200                         |  | status
        """);
  }

  @Test
  void breachesOfBlockStorageAreFound() throws Exception {
    assertFound(
        "volume",
        """
        volume.volumes.show.set=/volume/links/0/href:"http://h/volumes/1" | /links/*/href | itself
        volume.volumes.show.set=/volume/bootable:true           | /volume/bootable | enum
        volume.volumes.show.set=/volume/created_at:"2026-11-30T10:00:00Z" | /volume/created_at | pattern
        volume.volumes.show.set=/volume/metadata:{"a":1}        | /volume/metadata/a | type
        volume.volumes.list.set=/volumes_links/0/href:"next"    | /volumes_links/0/href | pattern
        volume.volumes.delete.content=html                      |  | body
        """);
  }

  @Test
  void breachesOfOrchestrationAreFound() throws Exception {
    assertFound(
        "orchestration",
        """
        orchestration.stacks.show.set=/stack/stack_status:"DONE"      | /stack/stack_status | pattern
        orchestration.stacks.show.set=/stack/parameters/OS::stack_id:"1" | /parameters/OS::stack_id | itself
        orchestration.stacks.show.set=/stack/creation_time:"2026-11-30" | /stack/creation_time | pattern
        orchestration.stacks.list.drop=/stacks/0/stack_owner          | /stacks/0 | required
        orchestration.stacks.create.set=/stack/links/0/href:"http://h/1" | /links/*/href | itself
        orchestration.stacks.delete.status=200                        |  | status
        orchestration.resource-types.show.set=/resource_type:"other"  | /resource_type | itself
        orchestration.templates.validate.drop=/Parameters/size/Label  | /Parameters/size | required
        """);
  }

  @Test
  void breachesOfDnsAreFound() throws Exception {
    assertFound(
        "dns",
        """
        dns.zones.show.set=/links/self:"http://h/v2/zones/1"  | /links/self | itself
        dns.zones.show.set=/name:"zone.example.org"           | /name | pattern
        dns.zones.show.set=/action:"MAKE"                     | /action | enum
        dns.zones.list.drop=/metadata                         |  | required
        dns.zones.update.status=200                           |  | status
        dns.recordsets.show.set=/records:"192.0.2.1"          | /records | type
        dns.recordsets.show.set=/updated_at:"2026-11-30T10:00:00Z" | /updated_at | pattern
        """);
  }

  @Test
  void breachesOfTheObjectStoreAreFound() throws Exception {
    assertFound(
        "object-store",
        """
        object-store.account.show.header-drop=X-Timestamp             |  | required
        object-store.account.list.header-set=X-Account-Bytes-Used:few | /x-account-bytes-used | pattern
        object-store.containers.show.status=200                        |  | status
        object-store.objects.create.header-set=ETag:none              | /etag | pattern
        object-store.objects.read.header-set=Last-Modified:2026-11-30 | /last-modified | pattern
        object-store.containers.list.set=/0/bytes:"many"               | /body/0/bytes | type
        """);
  }

  private static void assertFound(String subject, String defectsAndBreaches) throws Exception {
    List<String[]> rows =
        defectsAndBreaches.lines().map(it -> it.trim().split("\\s*\\|\\s*", -1)).toList();

    assertThat(breaches(subject, rows.stream().map(it -> it[0]).distinct().toList()))
        .extracting(it -> it.at() + " " + it.rule())
        .containsAll(rows.stream().map(it -> it[1] + " " + it[2]).toList())
        .isSubsetOf(rows.stream().map(it -> it[1] + " " + it[2]).toList());
  }

  /** The breaches of the simulated cloud with these defects. */
  private static List<Breach> breaches(String subject, List<String> defects) throws Exception {
    ApiContract contract = contract(subject);
    List<Breach> found = new ArrayList<>();
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("secret"))) {
      cloud.switchOn(defects);
      RecordedRequests.play(
          subject,
          cloud,
          (step, path, response) ->
              contract
                  .breaches(
                      answered(
                          step,
                          path,
                          response.statusCode(),
                          told(subject, body(response), headers(response))))
                  .ifPresent(found::addAll));
    }
    return found;
  }

  /**
   * The paths of block storage and of orchestration go on below the project, and that of an object
   * ends with it.
   */
  private static Answered answered(JsonNode step, String path, int status, JsonNode body) {
    return new Answered(
        step.at("/request/method").asText(),
        path.replaceFirst("^/v[13]/(?!AUTH_)[^/]+(?=/)", "")
            .replaceFirst("^(/v1(?:/[^/?]+){3})/[^?]*", "$1")
            .replaceFirst("^(/v1/[^?]*)/(?=[?]|$)", "$1"),
        status,
        body);
  }

  private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
    if (response.body().length == 0) {
      return MissingNode.getInstance();
    }
    return response.headers().firstValue("Content-Type").orElse("").contains("json")
        ? JSON.readTree(response.body())
        : TextNode.valueOf(Client.text(response));
  }
}
