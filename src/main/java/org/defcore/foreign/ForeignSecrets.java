package org.defcore.foreign;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.http.redact.Masking;
import org.defcore.http.redact.Secrets;

/**
 * Masking of secrets in texts of other tools, of which nothing is known beforehand: by the name of
 * the field, option, header or variable beside a value, and by the form of tokens and keys. What
 * was found so and is no common word is masked in every other text of the import, too.
 */
public final class ForeignSecrets {

  private static final int LONGEST_LINE = 600;

  private static final int MOST_LEARNT = 5_000;

  /** The end of a name whose value is secret; what stands before it makes no difference. */
  private static final String NAME =
      "(?:pass(?:word|wd|code|phrase)?|secret(?:[_-]?(?:access[_-]?)?key)?|token"
          + "|private[_-]?key|temp[_-]url[_-](?:key(?:[_-]2)?|sig)|signature|api[_-]?key"
          + "|auth[_-]key|user_data|blob|authorization|cookie)";

  private static final List<Pattern> BY_PLACE =
      List.of(
          // Authorization: Basic x, Cookie: a=x; b=y
          Pattern.compile("(?i)(?:authorization|cookie)\\s{0,3}:\\s{0,3}([^'\"\r\n]++)"),
          // 'adminPass': 'x', "password" = u"x", \"token\": \"x\", OS_PASSWORD=x, X-Auth-Token: x
          Pattern.compile(
              "(?i)"
                  + NAME
                  + "\\\\{0,4}['\"]?\\s{0,3}[:=]\\s{0,3}[ub]?\\\\{0,4}(?:'([^'\\\\\r\n]++)"
                  + "|\"([^\"\\\\\r\n]++)|([^\\s'\",;&<>{}\\[\\]()\\\\]++))"),
          // 'token': {'id': 'x'}
          Pattern.compile(
              "(?i)token['\"]:\\s{0,3}\\{[^{}]{0,400}?['\"]id['\"]:\\s{0,3}u?['\"]([^'\"\r\n]++)"),
          // --os-password x
          Pattern.compile("(?i)--[\\w-]{0,60}?" + NAME + "[ =]['\"]?([^\\s'\"]++)"),
          // tokens of Fernet, of JSON Web Signature and of PKI; private keys
          Pattern.compile("\\b(gAAAA[\\w=-]{20,}+)"),
          Pattern.compile("\\b(eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]*+)"),
          Pattern.compile("\\b(MII[\\w+/=-]{100,}+)"),
          Pattern.compile(
              "(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(.*?)(?:-----END [A-Z ]{0,30}KEY-----|\\z)"));

  /** A password that would be found inside ordinary words, or that is masked already. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(?s).{0,7}|[A-Za-z_.:/ -]{0,15}|[\\d.:-]+|.*(?:omitted|redacted|\\*\\*\\*).*|\\{SHA.*");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final Secrets secrets = new Secrets();
  private final Masking masking = new Masking(secrets);
  private int learnt;

  /** Remembers the secrets that a text shows by their place or form. */
  void learn(String text) {
    each(
        text,
        it -> {
          if (learnt < MOST_LEARNT && !COMMON.matcher(it).matches()) {
            learnt++;
            secrets.add(it.strip());
          }
          return it;
        });
  }

  /** The text with all secrets masked. */
  public String text(String text) {
    return secrets.redact(masking.text(each(text, it -> Secrets.MASK)));
  }

  /** One line, without control characters, of bounded length. */
  String line(String text) {
    String line = CONTROL.matcher(text(text)).replaceAll(" ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  /** The text with what it shows by place or form replaced. */
  private static String each(String text, UnaryOperator<String> instead) {
    String result = text;
    for (Pattern pattern : BY_PLACE) {
      Matcher found = pattern.matcher(result);
      StringBuilder replaced = new StringBuilder(result.length());
      int done = 0;
      while (found.find()) {
        int group = 1;
        while (found.start(group) < 0) {
          group++;
        }
        replaced.append(result, done, found.start(group)).append(instead.apply(found.group(group)));
        done = found.end(group);
      }
      result = replaced.append(result, done, result.length()).toString();
    }
    return result;
  }
}
