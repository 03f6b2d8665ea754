package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters with a meaning in Markdown are escaped. */
class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "plain words, (a) 1.5 + 2 - 3! → plain words, (a) 1.5 + 2 - 3!",
        "<b>bold</b> & `code` → \\<b\\>bold\\</b\\> \\& \\`code\\`",
        "[a](b) ![c](d) → \\[a\\](b) !\\[c\\](d)",
        "snake_case *and* ~~gone~~ | cell → snake\\_case \\*and\\* \\~\\~gone\\~\\~ \\| cell",
        "# no heading → \\# no heading",
        "- no item → \\- no item",
        "+ no item → \\+ no item",
        "=== → \\===",
        "1. no item → 1\\. no item",
        "12) no item → 12\\) no item",
        "2020.06 → 2020.06",
        "see https://x.org or www.x.org → see https\\://x.org or www\\.x.org",
        "a\\b $x$ {y} → a\\\\b \\$x\\$ \\{y\\}"
      })
  void textStaysText(String plain, String written) {
    assertThat(Markdown.text(plain)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {"a_b → `a_b`", "a`b → ``a`b``", "`a`` → ``` `a`` ```", "'' → ''"})
  void codeStaysCode(String plain, String written) {
    assertThat(Markdown.code(plain)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"'a\nb', a b", "' a\r\n\r\n# b ', a \\# b"})
  void linesBecomeOne(String plain, String written) {
    assertThat(Markdown.text(plain)).isEqualTo(written);
  }
}
