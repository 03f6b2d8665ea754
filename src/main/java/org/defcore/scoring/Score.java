package org.defcore.scoring;

import java.util.Arrays;
import java.util.Optional;

/** The score of one criterion of one capability. */
public enum Score {
  UNMET("0"),
  MET("1"),
  /** Not scored yet, or to be discussed. */
  OPEN("?"),
  /** The programme does not look at this criterion. */
  NOT_CONSIDERED("*");

  /** All signs, for messages. */
  static final String SIGNS = "0, 1, ? or *";

  private final String sign;

  Score(String sign) {
    this.sign = sign;
  }

  /** The character that worksheets write. */
  public String sign() {
    return sign;
  }

  public static Optional<Score> parse(String sign) {
    return Arrays.stream(values()).filter(it -> it.sign.equals(sign)).findFirst();
  }
}
