package org.defcore.kit.reason;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;

/**
 * Values as reasons show them: texts in quotes, bytes as digits, what is absent as nothing, a
 * record by its fields that are there.
 */
public final class ShownValue extends StandardRepresentation {

  private static final ShownValue SHOWN = new ShownValue();

  /** From here on, messages of AssertJ show values in this way. */
  public static void useInAssertions() {
    Assertions.useRepresentation(SHOWN);
  }

  /** A value by itself: a text without quotes. */
  public static String of(Object value) {
    return value instanceof String text ? text : SHOWN.toStringOf(value);
  }

  @Override
  public String toStringOf(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(this::toStringOf).orElse("nothing");
    }
    if (value instanceof Record row && isByFields(row)) {
      return fields(row);
    }
    if (value instanceof byte[] bytes) {
      return bytes(bytes);
    }
    return value instanceof Number ? value.toString() : super.toStringOf(value);
  }

  /** As a text, if it is one that can be read. */
  private static String bytes(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    return text.chars().allMatch(it -> it >= ' ' && it <= '~')
        ? bytes.length + " bytes \"" + text + "\""
        : bytes.length + " bytes 0x" + HexFormat.of().formatHex(bytes);
  }

  /** Some records have words of their own, with which they may hide a secret. */
  private static boolean isByFields(Record row) {
    String fields =
        Arrays.stream(row.getClass().getRecordComponents())
            .map(it -> it.getName() + "=" + value(it.getAccessor(), row))
            .collect(Collectors.joining(", ", "[", "]"));
    return row.toString().equals(row.getClass().getSimpleName() + fields);
  }

  private String fields(Record row) {
    List<String> fields = new ArrayList<>();
    RecordComponent[] components = row.getClass().getRecordComponents();
    for (RecordComponent component : components) {
      Object value = value(component.getAccessor(), row);
      if (components.length == 1) {
        return toStringOf(value);
      }
      if (!Optional.empty().equals(value)) {
        fields.add(component.getName() + "=" + toStringOf(value));
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private static Object value(Method accessor, Record row) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(accessor + " of a record cannot be called", e);
    }
  }
}
