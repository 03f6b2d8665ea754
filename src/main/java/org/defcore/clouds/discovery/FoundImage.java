package org.defcore.clouds.discovery;

import java.util.Locale;
import java.util.Map;
import org.defcore.clouds.discovery.RecordFields.Form;

/**
 * An image as the image service lists it.
 *
 * @param fields all of it that is one value, by name
 */
record FoundImage(
    String id, String name, long size, long minDisk, long minRam, Map<String, String> fields)
    implements Choosable {

  private static final long GIB = 1L << 30;

  static final Form<FoundImage> FORM =
      it -> {
        long bytes = Math.max(it.number("virtual_size"), it.number("size"));
        return new FoundImage(
            it.id(),
            it.text("name"),
            it.number("size"),
            Math.max(it.number("min_disk"), bytes / GIB + (bytes % GIB == 0 ? 0 : 1)),
            it.number("min_ram"),
            it.texts());
      };

  FoundImage {
    fields = Map.copyOf(fields);
  }

  /** A field in lower case; empty if there is none. */
  String word(String field) {
    return fields.getOrDefault(field, "").strip().toLowerCase(Locale.ROOT);
  }
}
