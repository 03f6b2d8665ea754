package org.defcore.client.compute;

import org.defcore.http.Answer;
import org.defcore.http.Call;

/**
 * A version of the compute API to ask for.
 *
 * @param number {@code 2.47}
 */
record Microversion(String number) {

  private static final String OLDER_HEADER = "X-OpenStack-Nova-API-Version";

  /** Sends, takes exactly that status, and has the answer repeat the version. */
  Answer expect(int status, Call call) {
    Answer answer =
        call.header("OpenStack-API-Version", "compute " + number)
            .header(OLDER_HEADER, number)
            .expect(status);
    String answered = answer.requiredHeader(OLDER_HEADER);
    if (!answered.equals(number)) {
      throw answer.unexpected(OLDER_HEADER + " \"" + number + "\"", "\"" + answered + "\"");
    }
    return answer;
  }
}
