package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerShapesTest {

  private static final String RULES =
      ServerBodies.COMMON_RULES
          + """
          key_name                             | EITHER   | 1
          security_groups                      | OPTIONAL | {}
          OS-SRV-USG:launched_at               | EITHER   | "soon"
          OS-SRV-USG:terminated_at             | EITHER   | 1
          OS-EXT-AZ:availability_zone          | OPTIONAL | 1
          OS-EXT-STS:task_state                | EITHER   | 1
          OS-EXT-STS:vm_state                  | OPTIONAL | 1
          OS-EXT-STS:power_state               | OPTIONAL | "1"
          OS-EXT-SRV-ATTR:host                 | EITHER   | 1
          OS-EXT-SRV-ATTR:instance_name        | OPTIONAL | 1
          OS-EXT-SRV-ATTR:hypervisor_hostname  | EITHER   | 1
          os-extended-volumes:volumes_attached | OPTIONAL | {}
          config_drive                         | OPTIONAL | true
          """;

  private static List<FieldRule> rules() {
    return FieldRule.table(RULES);
  }

  @Test
  void knowsARuleForEveryFieldThatAServerCanHave() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ServerBodies.SERVER, "/server"))
        .hasSameSizeAs(Server.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsAServerToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(ServerBodies.SERVER, "/server", "GET /servers/s1", ServerShapesTest::read);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsEachServerOfTheDetailedListToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        ServerBodies.SERVER,
        "/server",
        "GET /servers/detail",
        body -> {
          String one = body.substring("{\"server\":".length(), body.length() - 1);
          try (CannedService service =
              CannedService.answering(200, "{\"servers\": [" + one + "]}")) {
            assertThat(client(service).listServersInDetail()).hasSize(1);
          }
        });
  }

  @Test
  void readsAllThatAServerTells() throws IOException {
    Server server = read(ServerBodies.SERVER);

    assertThat(server.imageId()).contains("i1");
    assertThat(server.addresses().get("shared"))
        .extracting(ServerAddress::bare)
        .containsExactly(new BareAddress(4, new org.defcore.client.IpAddress("10.0.0.7")));
    assertThat(server.volumesAttached()).contains(List.of(new Server.AttachedVolume("v1")));
    assertThat(server).hasToString("server s1 in status ACTIVE, task spawning, fault no host");
  }

  @Test
  void restsOnlyInItsStatusAndWithoutATask() throws IOException {
    String resting = Variation.of(ServerBodies.SERVER, "/server/OS-EXT-STS:task_state", "null");

    assertThat(read(resting).rests("ACTIVE")).isTrue();
    assertThat(read(resting).rests("SHUTOFF")).isFalse();
    assertThat(read(ServerBodies.SERVER).rests("ACTIVE")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"i1\"", "null"})
  void takesTheImageOfAServerOnAVolume(String image) throws IOException {
    assertThat(read(Variation.of(ServerBodies.SERVER, "/server/image", image)).imageId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 6, 7})
  void takesThePowerState(int state) throws IOException {
    String body = Variation.of(ServerBodies.SERVER, "/server/OS-EXT-STS:power_state", "" + state);

    assertThat(read(body).powerState()).contains(state);
  }

  @ParameterizedTest
  @CsvSource({
    "accessIPv4, 10.0.0.7",
    "accessIPv4, ''",
    "accessIPv6, fd00::7",
    "accessIPv6, ::ffff:10.0.0.7",
    "accessIPv6, ''"
  })
  void takesTheAccessAddress(String field, String address) throws IOException {
    String body = Variation.of(ServerBodies.SERVER, "/server/" + field, "\"" + address + "\"");

    assertThat(read(body).id()).isEqualTo("s1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                  | 1             | extra
          /server/extra           | 1             | extra
          /server/description     | "d"           | description
          /server/image           | []            | image: expected an object, a text or null
          /server/image           | {}            | image
          /server/image/id        | absent        | id
          /server/image/id        | 1             | id
          /server/image/extra     | 1             | extra
          /server/image/links/0/type | "x"        | type
          /server/flavor/id       | absent        | id
          /server/flavor/links    | absent        | links
          /server/flavor/vcpus    | 1             | vcpus
          /server/metadata/a      | 1             | a
          /server/metadata/a      | null          | a
          /server/links/0/rel     | absent        | rel
          /server/fault/code      | "500"         | code
          /server/fault/code      | absent        | code
          /server/fault/message   | null          | message
          /server/fault/created   | "now"         | expected an ISO 8601 time but found "now"
          /server/fault/details   | null          | details
          /server/fault/extra     | 1             | extra
          /server/progress        | 0.5           | progress
          /server/accessIPv4      | "fd00::7"     | accessIPv4: expected an IPv4 address but found "fd00::7"
          /server/accessIPv6      | "10.0.0.7"    | accessIPv6: expected an IPv6 address but found "10.0.0.7"
          /server/accessIPv4      | "web.example" | expected an IP address but found "web.example"
          /server/OS-EXT-STS:power_state | 2      | power_state: expected one of 0, 1, 3, 4, 6, 7 but found 2
          /server/OS-EXT-STS:power_state | -1     | but found -1
          /server/addresses/shared       | {}     | shared
          /server/addresses/shared/0/version | 6  | version: expected 4 for 10.0.0.7 but found 6
          /server/addresses/shared/0/version | "4" | version
          /server/addresses/shared/0/version | absent | version
          /server/addresses/shared/0/addr    | absent | addr
          /server/addresses/shared/0/addr    | "10.0.0" | expected an IP address but found "10.0.0"
          /server/addresses/shared/0/OS-EXT-IPS:type | null | OS-EXT-IPS:type
          /server/addresses/shared/0/OS-EXT-IPS-MAC:mac_addr | 1 | mac_addr
          /server/addresses/shared/0/extra   | 1  | extra
          /server/os-extended-volumes:volumes_attached/0/id    | absent | id
          /server/os-extended-volumes:volumes_attached/0/extra | 1      | extra
          """)
  void refusesAServerThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(ServerBodies.SERVER, pointer, value);

    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageStartingWith("GET /servers/s1: ")
        .hasMessageContaining(reason);
  }

  private static Server read(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      return client(service).getServer("s1");
    }
  }

  private static ServerClient client(CannedService service) {
    return new ServerClient(service.endpoint("/v2.1"));
  }
}
