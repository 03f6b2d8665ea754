package org.defcore.client;

import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.message.Header;

/**
 * A microversion to ask for, which the answer has to repeat.
 *
 * @param number {@code 2.47}
 * @param repeated header of the answer
 */
public record CallMicroversion(String service, String number, Header repeated) {

  private static final String HEADER = "OpenStack-API-Version";
  private static final String OLDER_HEADER = "X-OpenStack-Nova-API-Version";

  /** Compute repeats it in its older header at every version. */
  public static CallMicroversion compute(String number) {
    return new CallMicroversion("compute", number, new Header(OLDER_HEADER, number));
  }

  public static CallMicroversion volume(String number) {
    return new CallMicroversion("volume", number, new Header(HEADER, "volume " + number));
  }

  /** The answer of that status to a call at this version. */
  public Answer answer(Call call, int status) {
    return checked(asked(call).expect(status));
  }

  /** The same call, at this version. */
  Call asked(Call call) {
    return call.header(HEADER, service + " " + number).header(repeated.name(), repeated.value());
  }

  /** The same answer, which has to repeat the version. */
  Answer checked(Answer answer) {
    String answered = answer.requiredHeader(repeated.name());
    if (!answered.equals(repeated.value())) {
      throw answer.unexpected(
          repeated.name() + " \"" + repeated.value() + "\"", "\"" + answered + "\"");
    }
    return answer;
  }
}
