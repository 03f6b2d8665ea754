package org.defcore.cli.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.defcore.report.EnumWord;
import picocli.CommandLine;

/** Options whose value is one of a few words. */
public final class EnumOption {

  private EnumOption() {}

  /**
   * The constant whose word was given.
   *
   * @throws CommandLine.ParameterException for any other word
   */
  public static <E extends Enum<E>> E choice(
      CommandLine command, String option, Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> EnumWord.of(it).equals(word.trim().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    command,
                    option
                        + ": expected one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(EnumWord::of)
                            .collect(Collectors.joining(", "))
                        + " but found \""
                        + word
                        + "\""));
  }
}
