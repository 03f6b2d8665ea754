package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.Resource;
import org.defcore.client.orchestration.StackEvent;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.ListClaims;

/** Events of stacks and of their resources. */
final class StackEventsConformance {

  @InteropTest(id = "620f4f7c-74f8-48a4-a8b0-d06d0337f133")
  @Claim("The events of a stack can be listed, by resource too, and each event can be shown")
  void eventsAreListed(Cloud cloud) {
    OwnStack stack = TwoResources.shared(cloud);
    String name = stack.address().name();
    Resource<StackEvent> events = stack.heat().events(stack.address());
    List<StackEvent> all = events.list();

    assertThat(all)
        .extracting(StackEvent::resource)
        .as("resource_name in %s", ListClaims.call(events))
        .containsOnly(name, "first", "second");
    assertThat(all)
        .extracting(StackEvent::status)
        .as("resource_status in %s", ListClaims.call(events))
        .containsOnly("CREATE_IN_PROGRESS", "CREATE_COMPLETE");
    assertEvents(stack, name, "OS::Heat::Stack", all);
    assertEvents(stack, "first", TwoResources.TYPE, all);
    assertEvents(stack, "second", TwoResources.TYPE, all);
  }

  private static void assertEvents(OwnStack stack, String name, String type, List<StackEvent> all) {
    Resource<StackEvent> events = stack.heat().events(stack.address(), name);
    List<StackEvent> own = events.list();
    StackEvent last = own.get(0);

    assertThat(own)
        .as(ListClaims.call(events))
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(it -> it.resource().equals(name)).toList());
    assertThat(events.get(last.id()))
        .as("%s/%s", ListClaims.call(events), last.id())
        .isEqualTo(last.typed(type));
  }
}
