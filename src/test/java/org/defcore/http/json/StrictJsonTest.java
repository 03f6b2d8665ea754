package org.defcore.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  enum State {
    ACTIVE,
    @JsonProperty("in-error")
    IN_ERROR
  }

  record Link(String rel) {}

  record Flavor(
      String id,
      int ram,
      @JsonProperty("os-x:public") boolean open,
      List<Link> links,
      Map<String, String> specs,
      Optional<String> description,
      @NeverNull Optional<Long> swap,
      @AlwaysPresent @JsonProperty("rx_tx") Optional<Double> factor,
      OptionalInt disk,
      Optional<State> state,
      Optional<JsonNode> extra) {}

  record Flavors(List<Flavor> flavors) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Open(String id) {}

  record Picky(String id) {
    Picky {
      if (id.length() > 2) {
        throw new IllegalArgumentException("id: expected at most two letters but found three");
      }
    }
  }

  private static final String LEAST =
      "'id':'1','ram':2,'os-x:public':true,'links':[{'rel':'self'}],'specs':{'a':'b'},'rx_tx':null";

  @Test
  void bindsAllThatIsThere() {
    Flavors read =
        read(
            "{'flavors':[{"
                + LEAST.replace("null", "1")
                + ",'description':'d','swap':3,'disk':4,'state':'in-error','extra':{}}]}");

    Flavor flavor = read.flavors().get(0);
    assertThat(flavor.links()).containsExactly(new Link("self"));
    assertThat(flavor.specs()).containsExactly(Map.entry("a", "b"));
    assertThat(flavor.description()).contains("d");
    assertThat(flavor.swap()).contains(3L);
    assertThat(flavor.factor()).contains(1.0);
    assertThat(flavor.disk()).hasValue(4);
    assertThat(flavor.state()).contains(State.IN_ERROR);
    assertThat(flavor.extra()).isPresent();
  }

  @Test
  void takesAbsentFieldsWhereTheyMayBeAbsent() {
    Flavor flavor = read("{'flavors':[{" + LEAST + "}]}").flavors().get(0);

    assertThat(flavor.description()).isEmpty();
    assertThat(flavor.swap()).isEmpty();
    assertThat(flavor.factor()).isEmpty();
    assertThat(flavor.disk()).isEmpty();
    assertThat(flavor.extra()).isEmpty();
  }

  @Test
  void takesNullWhereItMayBeNull() {
    assertThat(read("{'flavors':[{" + LEAST + ",'description':null,'disk':null}]}").flavors())
        .singleElement()
        .extracting(Flavor::description)
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'id':'1'         | 'id':1            | /id: expected a string but found the number 1
          'id':'1'         | 'id':true         | /id: expected a string but found true
          'id':'1'         | 'id':null         | /id: expected a string but found null
          'id':'1'         | 'id':['1']        | /id: expected a string but found an array
          'id':'1'         | 'id':{}           | /id: expected a string but found an object
          'id':'1',        | ``                | /id: expected a string but found nothing
          'ram':2          | 'ram':'2'         | /ram: expected an integer but found the string "2"
          'ram':2          | 'ram':''          | /ram: expected an integer but found the string ""
          'ram':2          | 'ram':2.5         | /ram: expected an integer but found the number 2.5
          'ram':2          | 'ram':true        | /ram: expected an integer but found true
          'ram':2          | 'ram':null        | /ram: expected an integer but found null
          'ram':2          | 'ram':[2]         | /ram: expected an integer but found an array
          'ram':2,         | ``                | /ram: expected an integer but found nothing
          'ram':2          | 'ram':99999999999 | /ram: expected a smaller number but found the number 99999999999
          public':true     | public':'true'    | /os-x:public: expected true or false but found the string "true"
          public':true     | public':1         | /os-x:public: expected true or false but found the number 1
          [{'rel':'self'}] | {'rel':'self'}    | /links: expected an array but found an object
          [{'rel':'self'}] | null              | /links: expected an array but found null
          [{'rel':'self'}] | ''                | /links: expected an array but found the string ""
          {'rel':'self'}   | null              | /links/0: expected an object but found null
          {'rel':'self'}   | {}                | /links/0/rel: expected a string but found nothing
          {'rel':'self'}   | {'rel':'s','a':1} | /links/0/a: expected no such field but found the number 1
          {'a':'b'}        | {'a':1}           | /specs/a: expected a string but found the number 1
          {'a':'b'}        | {'a':null}        | /specs/a: expected a string but found null
          {'a':'b'}        | []                | /specs: expected an object but found an array
          ,'rx_tx':null    | ``                | /rx_tx: expected a value or null but found nothing
          'rx_tx':null     | 'rx_tx':'1'       | /rx_tx: expected a number but found the string "1"
          'id':'1'         | 'id':'1','swap':null        | /swap: expected a value but found null
          'id':'1'         | 'id':'1','swap':''          | /swap: expected an integer but found the string ""
          'id':'1'         | 'id':'1','description':5    | /description: expected a string but found the number 5
          'id':'1'         | 'id':'1','disk':'5'         | /disk: expected an integer but found the string "5"
          'id':'1'         | 'id':'1','disk':5.5         | /disk: expected an integer but found the number 5.5
          'id':'1'         | 'id':'1','state':'GONE'     | /state: expected one of "ACTIVE", "in-error" but found the string "GONE"
          'id':'1'         | 'id':'1','state':0          | /state: expected one of "ACTIVE", "in-error" but found the number 0
          'id':'1'         | 'id':'1','state':''         | /state: expected one of "ACTIVE", "in-error" but found the string ""
          'id':'1'         | 'id':'1','x/y':{}           | /x~1y: expected no such field but found an object
          'id':'1'         | 'id':'1','adminPass':'a'    | /adminPass: expected no such field but found a string
          """)
  void namesWhatDoesNotFit(String part, String instead, String message) {
    String flavor = "{'flavors':[{" + LEAST.replace(part, instead) + "}]}";

    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> read(flavor))
        .withMessage("/flavors/0" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                       | expected JSON but found no body
          <html>                   | expected JSON but found something else
          {'id':                   | expected JSON but found JSON that breaks off
          {'id':'1                 | expected JSON but found JSON that breaks off
          {'id':'1'} {}            | expected one JSON document but found more than one
          {'id':'1'}x              | expected JSON but found something else
          {'id':'1','id':'2'}      | expected JSON but found a field twice
          []                       | expected an object but found an array
          'id'                     | expected an object but found the string "id"
          ''                       | expected an object but found the string ""
          null                     | expected an object but found null
          5                        | expected an object but found the number 5
          """)
  void namesADocumentThatIsNone(String document, String message) {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> StrictJson.read(bytes(document), Open.class))
        .withMessage(message);
  }

  @Test
  void leavesOpenRecordsOpen() {
    assertThat(StrictJson.read(bytes("{'id':'1','more':[]}"), Open.class)).isEqualTo(new Open("1"));
  }

  @Test
  void passesOnWhatARecordSaysItself() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> StrictJson.read(bytes("{'id':'123'}"), Picky.class))
        .withMessage("/id: expected at most two letters but found three");
  }

  @Test
  void writesNoAbsentFieldsAndSortsMaps() throws Exception {
    record Create(String name, Optional<String> description, Map<String, String> tags) {}

    assertThat(
            StrictJson.MAPPER.writeValueAsString(
                new Create("a", Optional.empty(), Map.of("z", "1", "b", "2", "k", "3"))))
        .isEqualTo("{\"name\":\"a\",\"tags\":{\"b\":\"2\",\"k\":\"3\",\"z\":\"1\"}}");
  }

  private static Flavors read(String document) {
    return StrictJson.read(bytes(document), Flavors.class);
  }

  private static byte[] bytes(String document) {
    return document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  record Core(String id, @JsonProperty("os-x:size") @NeverNull Optional<Integer> size) {}

  record Shown(@JsonUnwrapped Core core, String state) {}

  record ShownList(List<Shown> all) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record OpenShown(@JsonUnwrapped Core core) {}

  @Test
  void bindsFieldsThatRecordsShare() {
    Shown shown = new Shown(new Core("1", Optional.of(2)), "up");

    assertThat(bind("{'id':'1','os-x:size':2,'state':'up'}", Shown.class)).isEqualTo(shown);
    assertThat(bind("{'id':'1','more':3}", OpenShown.class).core().id()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id':'1','state':'up','extra':1}      | /all/0/extra: expected no such field but found the number 1
          {'id':'1','state':'up','core':{}}      | /all/0/core: expected no such field but found an object
          {'state':'up'}                         | /all/0/id: expected a string but found nothing
          {'id':1,'state':'up'}                  | /all/0/id: expected a string but found the number 1
          {'id':'1','state':'up','os-x:size':null} | /all/0/os-x:size: expected a value but found null
          {'id':'1'}                             | /all/0/state: expected a string but found nothing
          """)
  void keepsARecordClosedThatSharesFields(String element, String message) {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> bind("{'all':[" + element + "]}", ShownList.class))
        .withMessage(message);
  }

  private static <T> T bind(String document, Class<T> shape) {
    return StrictJson.read(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), shape);
  }
}
