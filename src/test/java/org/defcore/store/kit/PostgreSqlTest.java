package org.defcore.store.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgreSqlTest {

  @Test
  void databasesOfOneClassAreApartAndFlushedToDisk() throws Exception {
    String one = PostgreSql.database(PostgreSqlTest.class);
    String other = PostgreSql.database(PostgreSqlTest.class);

    try (Connection connection = DriverManager.getConnection(one);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE run (id int)");
      assertThat(asked(statement, "SHOW fsync")).isEqualTo("on");
      assertThat(asked(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
    try (Connection connection = DriverManager.getConnection(other);
        Statement statement = connection.createStatement()) {
      assertThat(asked(statement, "SELECT to_regclass('run') IS NULL")).isEqualTo("t");
    }
  }

  private static String asked(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
