package org.defcore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.service.Service;
import org.defcore.simcloud.RecordedForm;
import org.defcore.simcloud.RecordedRequests;
import org.junit.jupiter.api.Test;

class QuickFitTest {

  private static final List<JsonNode> WRONG =
      List.of(
          NullNode.getInstance(),
          TextNode.valueOf("other"),
          IntNode.valueOf(70_000),
          BooleanNode.FALSE,
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.objectNode());

  private final QuickFit quick = new QuickFit();
  private final Validator validator =
      new ValidatorFactory()
          .withDisabledSchemaValidation(true)
          .withJsonNodeFactory(new JacksonNode.Factory())
          .createValidator();

  private int fitting;
  private int broken;

  @Test
  void agreesWithTheValidatorAboutRecordedAnswersAndBrokenOnes() throws IOException {
    int schemas = 0;
    for (String subject : RecordedRequests.subjects()) {
      Service service = Service.named(RecordedRequests.service(subject)).orElseThrow();
      ContractFile file = ContractFile.of(service);
      List<JsonNode> bodies = bodies(subject);
      for (List<Promise> promises : file.promises().values()) {
        for (Promise promise : promises) {
          for (List<Form> forms : promise.answers().values()) {
            for (Form form : forms) {
              if (!form.isOfNone()) {
                schemas++;
                agree(form.schema(), bodies);
              }
            }
          }
        }
      }
    }

    assertThat(schemas).isGreaterThan(100);
    assertThat(fitting).as("bodies that fit").isGreaterThan(500);
    assertThat(broken).as("bodies that do not fit").isGreaterThan(5000);
  }

  private static List<JsonNode> bodies(String subject) throws IOException {
    List<JsonNode> bodies = new ArrayList<>();
    for (JsonNode step : RecordedRequests.steps(subject)) {
      RecordedForm.all(step.at("/answer/shape")).stream()
          .map(RecordedForm::body)
          .filter(JsonNode::isObject)
          .forEach(bodies::add);
    }
    return bodies;
  }

  /**
   * On the first of the bodies that has what the schema requires, and on it with one fault each.
   */
  private void agree(JsonNode schema, List<JsonNode> bodies) {
    URI uri = URI.create("urn:" + System.identityHashCode(schema));
    validator.registerSchema(uri, schema);
    bodies.stream()
        .filter(it -> schema.path("required").valueStream().allMatch(key -> it.has(key.asText())))
        .findFirst()
        .ifPresent(
            body -> {
              agree(uri, schema, body);
              breakEach(body, () -> agree(uri, schema, body));
            });
  }

  private void agree(URI uri, JsonNode schema, JsonNode body) {
    boolean fits = validator.validate(uri, body).isValid();
    assertThat(quick.surely(schema, body)).as("%s by %s", body, schema).isEqualTo(fits);
    fitting += fits ? 1 : 0;
    broken += fits ? 0 : 1;
  }

  /** Puts a wrong value in each place of a body in turn, and leaves each out. */
  private static void breakEach(JsonNode node, Runnable look) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
        JsonNode right = object.get(name);
        for (JsonNode wrong : WRONG) {
          object.set(name, wrong);
          look.run();
        }
        object.remove(name);
        look.run();
        object.set(name, right);
        breakEach(right, look);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode right = array.get(i);
        for (JsonNode wrong : WRONG) {
          array.set(i, wrong);
          look.run();
        }
        array.set(i, right);
        breakEach(right, look);
      }
    }
  }
}
