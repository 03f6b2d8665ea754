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

  private static final String NAME =
      "[\\w-]{0,60}?(?:pass(?:word|wd|code|phrase)?|adminpass|secret(?:[_-]?(?:access[_-]?)?key)?"
          + "|token|private[_-]?key|temp[_-]url[_-]key(?:[_-]2)?|temp_url_sig|signature|api[_-]?key"
          + "|auth[_-]key|user_data|blob|authorization|cookie)";

  private static final List<Pattern> BY_PLACE =
      List.of(
          // 'adminPass': 'x', "password" = u"x", also where a backslash is before each quote
          Pattern.compile(
              "(?i)['\"]"
                  + NAME
                  + "\\\\{0,4}['\"]\\s{0,3}[:=]\\s{0,3}[ub]?\\\\{0,4}'([^'\\\\\r\n]++)"),
          Pattern.compile(
              "(?i)['\"]"
                  + NAME
                  + "\\\\{0,4}['\"]\\s{0,3}[:=]\\s{0,3}[ub]?\\\\{0,4}\"([^\"\\\\\r\n]++)"),
          // 'token': {'id': 'x'}
          Pattern.compile(
              "(?i)['\"]token['\"]:\\s{0,3}\\{[^{}]{0,400}?['\"]id['\"]:\\s{0,3}u?['\"]([^'\"\r\n]++)"),
          // X-Auth-Token: x, as in a header or in a call of curl
          Pattern.compile(
              "(?i)\\b(?:x-[\\w-]{0,40}(?:token|key(?:-2)?)|authorization|proxy-authorization"
                  + "|(?:set-)?cookie)\\s{0,3}:\\s{0,3}([^'\",;{}\\[\\]\r\n]++)"),
          // OS_PASSWORD=x, password: x, --os-password x
          Pattern.compile(
              "(?i)\\b" + NAME + "\\s{0,3}[=:]\\s{0,3}['\"]?([^\\s'\",;&<>{}\\[\\]()]++)"),
          Pattern.compile("(?i)--" + NAME + "[ =]['\"]?([^\\s'\"]++)"),
          // tokens of Fernet, of JSON Web Signature and of PKI; private keys
          Pattern.compile("\\b(gAAAA[\\w=-]{20,}+)"),
          Pattern.compile("\\b(eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]*+)"),
          Pattern.compile("\\b(MII[\\w+/=-]{100,}+)"),
          Pattern.compile(
              "(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(.*?)(?:-----END [A-Z ]{0,30}KEY-----|\\z)"));

  /** A password that would be found inside ordinary words, or that is masked already. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(?s).{0,7}|[A-Za-z_.:/ -]+|[\\d.:-]+|.*(?:omitted|redacted|\\*\\*\\*).*|\\{SHA.*");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final Secrets secrets = new Secrets();
  private final Masking masking = new Masking(secrets);

  /** Remembers the secrets that a text shows by their place or form. */
  void learn(String text) {
    each(
        text,
        it -> {
          if (!COMMON.matcher(it).matches()) {
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
        replaced.append(result, done, found.start(1)).append(instead.apply(found.group(1)));
        done = found.end(1);
      }
      result = replaced.append(result, done, result.length()).toString();
    }
    return result;
  }
}
