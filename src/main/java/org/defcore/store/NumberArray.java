package org.defcore.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns that hold many numbers. */
final class NumberArray {

  private NumberArray() {}

  static int[] read(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    Object[] values = (Object[]) array.getArray();
    int[] numbers = new int[values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((Number) values[i]).intValue();
    }
    array.free();
    return numbers;
  }
}
