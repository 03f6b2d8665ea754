package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import org.defcore.http.Answer;

/** Answers whose body is one list. */
final class Lists {

  private Lists() {}

  /**
   * The list under that key.
   *
   * @throws org.defcore.http.UnexpectedAnswer if there is none
   */
  static JsonNode of(String key, Answer answer) {
    JsonNode list = answer.json().path(key);
    if (!list.isArray()) {
      throw answer.unexpected("a list of " + key, "none");
    }
    return list;
  }
}
