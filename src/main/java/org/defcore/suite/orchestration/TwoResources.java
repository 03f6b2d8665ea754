package org.defcore.suite.orchestration;

import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.orchestration.StackAddress;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A stack with two resources and two outputs, which nobody changes. */
enum TwoResources implements SharedFixture<StackAddress> {
  SHARED;

  static final String TYPE = "OS::Heat::TestResource";
  static final String TEMPLATE =
      """
      heat_template_version: 2016-04-08
      parameters: {value: {type: string}}
      resources:
        first: {type: 'OS::Heat::TestResource', properties: {value: {get_param: value}}}
        second: {type: 'OS::Heat::TestResource', depends_on: first, properties: {value: b}}
      outputs:
        one: {description: the first, value: {get_attr: [first, output]}}
        two: {description: the second, value: {get_attr: [second, output]}}
      """;

  @Override
  public String title() {
    return "a stack with two resources";
  }

  @Override
  public StackAddress make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(cloud, cleanup, poll).address();
  }

  /** The one that all tests share, asked by this test. */
  static OwnStack shared(Cloud cloud) {
    return new OwnStack(cloud.member().orchestration(), cloud.shared(SHARED));
  }

  /** A new one, for a test that changes it. */
  static OwnStack own(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnStack stack = OwnStack.make(cloud, cleanup, valued("a"));
    stack.await("CREATE_COMPLETE", poll);
    return stack;
  }

  /** A request with that value of the parameter. */
  static Wanted valued(String value) {
    return OwnStack.of(TEMPLATE).with("parameters", Map.of("value", value));
  }

  /** A request whose environment has that value of the parameter. */
  static Wanted inEnvironment(String value) {
    return OwnStack.of(TEMPLATE).with("environment", Map.of("parameters", Map.of("value", value)));
  }
}
