package org.defcore.simcloud.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRulesTest {

  private record Thing(String id, String name, int size) {}

  private static final List<Thing> NEWEST_FIRST =
      List.of(
          new Thing("5", "pear", 2),
          new Thing("4", "fig", 1),
          new Thing("3", "plum", 2),
          new Thing("2", "pear", 3),
          new Thing("1", "apple", 1));

  private final ListRules<Thing> rules =
      ListRules.of(Thing::id, ListRulesTest::fault)
          .equal("name", Thing::name)
          .filter("least", text -> it -> it.size() >= Integer.parseInt(text))
          .order("created_at", Comparator.comparing(Thing::id))
          .order("name", Comparator.comparing(Thing::name))
          .order("size", Comparator.comparing(Thing::size))
          .pages(4, 4)
          .offsets();

  private static Refusal fault(ListFaults.Problem problem, String parameter, String text) {
    return new Refusal(
        Reply.empty(400),
        switch (problem) {
          case NUMBER -> parameter + " is no number: " + text;
          case MARKER -> "no marker " + text;
          case KEY -> "no key " + text;
          case DIRECTION -> "no direction " + text;
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                      | 5432
          name=pear                               | 52
          name=pear&least=3                       | 2
          colour=red                              | 5432
          limit=2                                 | 54
          limit=9                                 | 5432
          limit=0                                 | ''
          limit=2&offset=1                        | 43
          limit=2&marker=4                        | 32
          name=pear&marker=5                      | 2
          marker=1                                | ''
          sort=name:asc                           | 1425
          sort=name:desc                          | 3524
          sort=size:asc,name:desc                 | 4135
          sort=size,created_at:asc                | 2351
          sort_key=size&sort_dir=asc              | 1435
          sort_key=size&sort_key=name&sort_dir=asc| 1453
          sort_dir=asc                            | 1234
          """)
  void givesThePageThatIsAskedFor(String query, String ids) {
    assertThat(String.join("", rules.page(asking(query), NEWEST_FIRST).ids())).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=many, limit is no number: many",
    "offset=-1, offset is no number: -1",
    "marker=9, no marker 9",
    "sort=colour, no key colour",
    "sort=name:up, no direction up",
  })
  void refusesInTheWordsOfTheService(String query, String message) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.page(asking(query), NEWEST_FIRST))
        .withMessage(message);
  }

  @Test
  void aFullPageHasALinkToTheNextOne() {
    Incoming request = asking("marker=5&limit=2");
    Page<Thing> page = rules.page(request, NEWEST_FIRST);

    assertThat(
            page.reply(request, "things", it -> TextNode.valueOf(it.name())).json().orElseThrow())
        .hasToString(
            """
            {"things":["fig","plum"],"things_links":[{"rel":"next",\
            "href":"http://cloud/fruit/things?limit=2&marker=3"}]}""");
    assertThat(rules.page(asking("limit=2&marker=2"), NEWEST_FIRST).next(request)).isEmpty();
  }

  @Test
  void aFilterGivenTwiceAsksForBothOrForOne() {
    Incoming request = asking("name=fig&name=plum");

    assertThat(rules.page(request, NEWEST_FIRST).items()).isEmpty();
    assertThat(rules.repeated(ListRules.Repeated.ANY).page(request, NEWEST_FIRST).ids())
        .containsExactly("4", "3");
  }

  @Test
  void parametersOfAnyNameCanBeFilters() {
    rules.otherFilters(
        (name, value) ->
            name.equals("size")
                ? Optional.of(it -> it.size() == Integer.parseInt(value))
                : Optional.empty());

    assertThat(rules.page(asking("size=1&colour=red"), NEWEST_FIRST).ids())
        .containsExactly("4", "1");
  }

  @Test
  void pagesCanBeReadBackwards() {
    rules.backwards().zeroIsAll();

    assertThat(rules.page(asking("limit=2&marker=2&page_reverse=True"), NEWEST_FIRST).ids())
        .containsExactly("4", "3");
    assertThat(rules.page(asking("limit=0"), NEWEST_FIRST).ids()).hasSize(4);
  }

  @Test
  void anOldestFirstListIsSortedUpwardsUnlessAskedOtherwise() {
    List<Thing> oldestFirst = new ArrayList<>(NEWEST_FIRST);
    oldestFirst.sort(Comparator.comparing(Thing::id));
    rules.usually(ListRules.Direction.ASC);

    assertThat(rules.page(asking("sort_key=size"), oldestFirst).ids())
        .containsExactly("1", "4", "3", "5");
    assertThat(rules.page(asking("sort_key=size&sort_dir=desc"), oldestFirst).ids())
        .containsExactly("2", "5", "3", "4");
  }

  @ParameterizedTest
  @CsvSource({
    "marker=b, c d",
    "marker=aa&limit=2, b c",
    "end_marker=c, a b",
    "prefix=b, b",
    "limit=many&sort=size, a b c d",
  })
  void namesNeedNotBeThereToPageByThem(String query, String names) {
    ListRules<String> byName = ListRules.byName(it -> it);

    assertThat(byName.page(asking(query), List.of("a", "b", "c", "d")).items())
        .containsExactly(names.split(" "));
  }

  private static Incoming asking(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.computeIfAbsent(parts[0], it -> new ArrayList<>()).add(parts[1]);
    }
    return new Incoming(
        "GET",
        "/things",
        "http://cloud/fruit",
        query,
        parameters,
        Map.of(),
        Map.of(),
        InputStream.nullInputStream(),
        Optional.empty());
  }
}
