package org.defcore.http.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.http.message.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  private final Secrets secrets = new Secrets();
  private final Masking masking = new Masking(secrets);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"password\": \"SECRET\", \"x\": 1}",
        "{\"server\": {\"adminPass\":\"SECRET\"}}",
        "{\"auth\":{\"identity\":{\"password\":{\"user\":{\"password\":\"SECRET\"}}}}}",
        "{\"auth\":{\"identity\":{\"token\":{\"id\":\"SECRET\"}}}}",
        "{\"access\":{\"token\":{\"tenant\":{\"id\":\"kept\"},\"id\":\"SECRET\"}}}",
        "{\"application_credential\":{\"id\":\"kept\",\"secret\":\"SECRET\"}}",
        "{\"keypair\":{\"private_key\":\"SECRET\\nSECRET\"}}",
        "{\"original_password\" : \"SECRET\"}",
        "[{\"user_data\":\"SECRET\"}]",
        "{\"OS-EXT-SRV-ATTR:user_data\":\"SECRET\"}",
        "{\"X-Subject-Token\":\"SECRET\"}",
        "{\"password\":[\"SECRET\", \"SECRET\"]}",
        "{\"password\":\"SECRET",
        "{\"password\":\"a\\\"SECRET\"}",
        "500: {\"password\":\"SECRET\"} is bad",
        "5\" disk: {\"password\": \"SECRET\"}",
        "{\"message\":\"not {\\\"password\\\": \\\"SECRET\\\"}\"}",
        "{\"password\":\"SECRET\"}}}]]{\"secret\":\"SECRET\"}",
        "https://host/v1?temp_url_sig=SECRET&temp_url_expires=1",
        "https://host/?path=%3Ftoken%3DSECRET",
        "username=me&password=SECRET",
        "https://user:SECRET@host/path",
        "swift+https://user:SECRET@host/path",
      })
  void masksWhatIsSecretByItsPlace(String text) {
    assertThat(masking.text(text)).contains(Secrets.MASK).doesNotContain("SECRET");
  }

  @Test
  void leavesTheRestOfADocumentAsItCame() {
    assertThat(
            masking.text(
                "{ \"name\":\"a\",  \"adminPass\" : \"x\", \"id\":\"1\",\n\"token\":"
                    + "{\"user\":{\"id\":\"u\"}}}"))
        .isEqualTo(
            "{ \"name\":\"a\",  \"adminPass\" : \"[redacted]\", \"id\":\"1\",\n\"token\":"
                + "{\"user\":{\"id\":\"u\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":null,\"secret\":true}",
        "{\"tokens\":{\"id\":\"a\"},\"passwords\":\"b\"}",
        "{\"token\":[],\"id\":\"a\"}",
        "https://host/path?marker=a&limit=1",
        "mail me@host, see https://host/@me",
        "\"\"\"{{[[]]}}:\\",
      })
  void masksNothingElse(String text) {
    assertThat(masking.text(text)).isEqualTo(text);
  }

  @Test
  void masksANumberAsAString() {
    assertThat(masking.text("{\"password\": 123456}")).isEqualTo("{\"password\": \"[redacted]\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Auth-Token",
        "x-subject-token",
        "X-Service-Token",
        "X-Storage-Token",
        "Authorization",
        "Cookie",
        "Set-Cookie",
        "X-Account-Meta-Temp-URL-Key",
        "X-Account-Meta-Temp-URL-Key-2",
        "X-Container-Meta-Temp-Url-Key",
        "X-Container-Meta-Temp-Url-Key-2"
      })
  void masksSecretHeaders(String name) {
    assertThat(masking.headers(List.of(new Header(name, "abcdef"), new Header("Date", "today"))))
        .containsExactly(new Header(name, Secrets.MASK), new Header("Date", "today"));
  }

  @Test
  void learnsFromHeadersBodiesAndUrls() {
    masking.learnHeaders(
        List.of(
            new Header("X-Subject-Token", "from-header"),
            new Header("Authorization", "Bearer from-authorization"),
            new Header("Location", "https://host/?temp_url_sig=from-location")));
    masking.learnText("{\"private_key\":\"from\\nbody\",\"adminPass\":\"from-pass\"}");
    masking.learnUrl("https://user:from%2Fuserinfo@host/");

    assertThat(
            List.of(
                "from-header",
                "from-authorization",
                "from-location",
                "from\nbody",
                "from\\nbody",
                "from-pass",
                "from/userinfo"))
        .allSatisfy(it -> assertThat(secrets.redact(it)).isEqualTo(Secrets.MASK));
  }

  @Test
  void readsALongValueWithoutRunningOutOfStack() {
    String text = "{\"user_data\":\"" + "a\\n".repeat(200_000) + "\", \"id\": 1}";

    assertThat(masking.text(text)).isEqualTo("{\"user_data\":\"[redacted]\", \"id\": 1}");
    assertThat(masking.text("?token=" + "a%20".repeat(100_000))).isEqualTo("?token=[redacted]");
  }
}
