package org.defcore.report;

import java.util.Locale;

/** Constants as files and screens write them: {@code not-run} for {@code NOT_RUN}. */
public final class EnumWord {

  private EnumWord() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
