package org.defcore.result;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The domain below which a run makes DNS zones, with a dot at its end: {@code com.} */
public final class ZoneParent {

  /** The default, which clouds that restrict domains usually allow. */
  public static final String USUAL = "com.";

  private static final int LONGEST = 150;
  private static final Pattern FORM = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+");

  private ZoneParent() {}

  /** Reads a domain, with or without a dot at its end; nothing if it is none. */
  public static Optional<String> parse(String text) {
    String domain = text.toLowerCase(Locale.ROOT) + (text.endsWith(".") ? "" : ".");
    return Optional.of(domain).filter(it -> it.length() <= LONGEST && FORM.matcher(it).matches());
  }
}
