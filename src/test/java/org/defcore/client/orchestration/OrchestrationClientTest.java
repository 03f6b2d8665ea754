package org.defcore.client.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.Query;
import org.defcore.client.RecordSample;
import org.defcore.client.Wanted;
import org.defcore.http.NoAnswer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OrchestrationClientTest {

  private static final ClientTrial<OrchestrationClient> CLIENT =
      ClientTrial.of(OrchestrationClient::new, "/heat/v1/p1");
  private static final Wanted WANTED = Wanted.nameless().with("stack_name", "one");
  private static final StackAddress ADDRESS = new StackAddress("one", "s1");
  private static final String MADE = "{\"stack\": {\"id\": \"s1\", \"links\": []}}";
  private static final String STACK =
      "{\"id\": \"s1\", \"stack_name\": \"one\", \"stack_status\": \"CREATE_COMPLETE\", \"x\": 1}";

  @Test
  void createsAStackAndFollowsItsAddress() {
    ClientTrial<OrchestrationClient> located =
        CLIENT.with(Map.of("Location", "http://h/heat/v1/p1/stacks/one/s1"));

    assertThat(located.sends(201, MADE, it -> it.create(WANTED)).body())
        .isEqualTo("{\"stack_name\":\"one\"}");
    located.assertRead(201, MADE, it -> it.create(WANTED)).isEqualTo(ADDRESS);
    located.refuses(200, MADE, it -> it.create(WANTED), "expected 201 but found 200");
    CLIENT.refuses(201, MADE, it -> it.create(WANTED), "expected header Location");
    CLIENT
        .with(Map.of("Location", "http://h/stacks"))
        .refuses(201, MADE, it -> it.create(WANTED), "a header Location with /stacks/one/s1");
  }

  @Test
  void readsAndDeletesAStack() {
    String body = "{\"stack\": %s}".formatted(STACK);

    CLIENT.assertRead(200, body, it -> it.get(ADDRESS).status()).isEqualTo("CREATE_COMPLETE");
    assertThat(CLIENT.sends(204, "", it -> it.delete(ADDRESS)).line())
        .isEqualTo("DELETE /heat/v1/p1/stacks/one/s1");
  }

  @Test
  void previewsAStackAndReadsTheTemplateOfOne() {
    CLIENT
        .assertRead(200, "{\"stack\": {\"id\": \"None\"}}", it -> it.preview(WANTED).size())
        .isEqualTo(1);
    CLIENT.refuses(200, "{}", it -> it.preview(WANTED), "POST /stacks/preview");
    CLIENT.assertRead(200, "{\"a\": 1}", it -> it.getTemplate(ADDRESS).size()).isEqualTo(1);
    assertThat(CLIENT.sends(200, "{}", it -> it.getTemplate(ADDRESS)).line())
        .isEqualTo("GET /heat/v1/p1/stacks/one/s1/template");
  }

  @Test
  void describesAStack() {
    CLIENT
        .assertRead(200, "{\"stack\": {\"a\": 1}}", it -> it.describe(ADDRESS).size())
        .isEqualTo(1);
  }

  @Test
  void updatesAStack() {
    Wanted changes = Wanted.nameless().with("parameters", Map.of("a", 1));

    assertThat(CLIENT.sends(202, "", it -> it.update(ADDRESS, changes)).line())
        .isEqualTo("PUT /heat/v1/p1/stacks/one/s1");
    assertThat(CLIENT.sends(202, "", it -> it.patch(ADDRESS, changes)).line())
        .isEqualTo("PATCH /heat/v1/p1/stacks/one/s1");
    CLIENT.refuses(200, "{}", it -> it.patch(ADDRESS, changes), "expected 202 but found 200");
  }

  @Test
  void takesTheRedirectOfADeletionByName() {
    ClientTrial<OrchestrationClient> located =
        CLIENT.with(Map.of("Location", "http://h/heat/v1/p1/stacks/one/s1"));

    located
        .assertRead(302, "", it -> it.deleteByName("one"))
        .isEqualTo("http://h/heat/v1/p1/stacks/one/s1");
    CLIENT.refuses(204, "", it -> it.deleteByName("one"), "expected 302 but found 204");
  }

  @Test
  void marksAndSignalsAResource() {
    Wanted mark = Wanted.nameless().with("mark_unhealthy", true);

    assertThat(CLIENT.sends(200, "null", it -> it.mark(ADDRESS, "a", mark)).line())
        .isEqualTo("PATCH /heat/v1/p1/stacks/one/s1/resources/a");
    assertThat(CLIENT.sends(200, "null", it -> it.signal(ADDRESS, "a", mark)).line())
        .isEqualTo("POST /heat/v1/p1/stacks/one/s1/resources/a/signal");
  }

  @TestFactory
  Stream<DynamicTest> readsAResource() {
    return new RecordSample(
            """
            {"resource":
              {"logical_resource_id": "a", "resource_name": "a", "physical_resource_id": "p", "resource_type": "T",
               "resource_status": "CREATE_COMPLETE", "resource_status_reason": "changed",
               "required_by": ["b"], "attributes": {"output": 1},
               "links": [{"rel": "nested", "href": "http://h/v1/p1/stacks/in/s2"}]}}
            """,
            "/resource",
            "GET /stacks/one/s1/resources/a",
            CLIENT.reading(200, it -> it.resources(ADDRESS).get("a")))
        .holds(
            StackResource.class,
            """
            logical_resource_id    | REQUIRED | 1
            resource_name          | REQUIRED | 1
            physical_resource_id   | REQUIRED | 1
            resource_type          | REQUIRED | 1
            resource_status        | REQUIRED | 1
            resource_status_reason | EITHER   | 1
            required_by            | REQUIRED | {}
            attributes             | EITHER   | none
            links                  | REQUIRED | {}
            """);
  }

  @TestFactory
  Stream<DynamicTest> readsAnEvent() {
    return new RecordSample(
            """
            {"event":
              {"id": "e", "event_time": "2026-01-31T12:00:00Z", "resource_name": "a",
               "logical_resource_id": "a", "resource_status": "CREATE_COMPLETE",
               "resource_status_reason": "changed", "resource_type": "T", "links": []}}
            """,
            "/event",
            "GET /stacks/one/s1/resources/a/events/e",
            CLIENT.reading(200, it -> it.events(ADDRESS, "a").get("e")))
        .holds(
            StackEvent.class,
            """
            id                     | REQUIRED | 1
            event_time             | REQUIRED | 1
            resource_name          | REQUIRED | 1
            logical_resource_id    | REQUIRED | 1
            resource_status        | REQUIRED | 1
            resource_status_reason | REQUIRED | 1
            resource_type          | EITHER   | 1
            links                  | REQUIRED | {}
            """);
  }

  @Test
  void listsEventsAndOutputs() {
    CLIENT
        .assertRead(200, "{\"events\": []}", it -> it.events(ADDRESS).list())
        .isEqualTo(List.of());
    CLIENT
        .assertRead(200, "{\"output\": {\"a\": 1}}", it -> it.outputs(ADDRESS).get("a"))
        .isEqualTo(Wanted.nameless().with("a", 1).fields());
  }

  @Test
  void findsTheStackInsideOfAResource() {
    StackLink link = new StackLink("nested", "http://h/v1/p1/stacks/in/s2");
    StackResource outer =
        new StackResource(
            "a", "a", "p", "T", "S", Optional.empty(), List.of(), Optional.empty(), List.of(link));

    assertThat(outer.nested()).contains(new StackAddress("in", "s2"));
  }

  @Test
  void listsStacks() {
    String body = "{\"stacks\": [%s]}".formatted(STACK);
    Query one = Query.by("limit", 1);

    CLIENT.assertRead(200, body, it -> it.listStacks(one).get(0).id()).isEqualTo("s1");
    CLIENT.refuses(200, "{}", OrchestrationClient::listStacks, "GET /stacks");
  }

  @Test
  void readsDeploymentsOfAServerAndSignals() {
    String deployment =
        "{\"id\": \"d1\", \"config_id\": \"c1\", \"server_id\": \"v1\", \"status\": \"FAILED\"}";
    String config =
        "{\"id\": \"c1\", \"inputs\": [{\"name\": \"link\", \"value\": \"http://h/signal\"}]}";

    CLIENT
        .assertRead(
            200,
            "{\"software_deployments\": [%s]}".formatted(deployment),
            it -> it.listDeployments("v1"))
        .isEqualTo(List.of(new SoftwareDeployment("d1", "c1", "v1", "FAILED")));
    CLIENT
        .assertRead(
            200,
            "{\"metadata\": [%s]}".formatted(config),
            it -> it.listConfigs("v1").stream().map(each -> each.input("link")).toList())
        .isEqualTo(List.of("http://h/signal"));
    assertThatThrownBy(() -> CLIENT.sends(200, "", it -> it.signal("http://127.0.0.1:1/signal")))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("POST http://127.0.0.1:1/signal");
  }

  @Test
  void asksForTypesVersionsAndFunctions() {
    CLIENT
        .assertRead(200, "{\"resource_types\": [\"A::B\"]}", it -> it.listResourceTypes())
        .isEqualTo(List.of("A::B"));
    assertThat(CLIENT.sends(200, "{}", it -> it.getResourceType("A::B")).line())
        .isEqualTo("GET /heat/v1/p1/resource_types/A%3A%3AB");
    assertThat(CLIENT.sends(200, "{}", it -> it.getTemplateOf("A::B")).line())
        .isEqualTo("GET /heat/v1/p1/resource_types/A%3A%3AB/template?template_type=hot");
    CLIENT
        .assertRead(
            200,
            "{\"template_versions\": [{\"version\": \"v\", \"type\": \"hot\", \"aliases\": []}]}",
            it -> it.listTemplateVersions())
        .isEqualTo(List.of(new TemplateVersion("v", "hot")));
    CLIENT
        .assertRead(
            200,
            "{\"template_functions\": [{\"functions\": \"f\", \"description\": \"d\"}]}",
            it -> it.listFunctions("v"))
        .isEqualTo(List.of(new TemplateFunction("f", "d")));
    CLIENT.refuses(200, "[]", it -> it.validate(WANTED), "POST /validate");
  }
}
