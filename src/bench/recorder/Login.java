package recorder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.clouds.Session;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;

/**
 * Logs in as the configured user and as the second project's, and says as JSON, for the recorder that started it and nobody else, who they are and where the services are: with the secrets.
 */
public final class Login {

  private Login() {}

  public static void main(String[] arguments) {
    CloudConfigs configs =
        new CloudConfigs(
            Environment.of(
                System.getenv(), Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home"))));
    CloudConfig first = configs.load(Optional.of(arguments[0]));
    CloudConfig second =
        arguments.length > 1
            ? configs.load(Optional.of(arguments[1]))
            : configs
                .secondFor(first)
                .orElseThrow(() -> new IllegalStateException("no second cloud: see --second-cloud"));
    ObjectNode said = new ObjectMapper().createObjectNode();
    said.set("demo", login(first));
    said.set("alt", login(second));
    System.out.println(said);
  }

  private static ObjectNode login(CloudConfig config) {
    ObjectNode said = new ObjectMapper().createObjectNode();
    try (HttpTransport transport = new HttpTransport(config.transport(), new Secrets())) {
      Session session = Session.login(config, transport, new Recording());
      said.put("token", session.token())
          .put("user", session.userId())
          .put("user_name", session.userName())
          .put("project", session.projectId())
          .put("project_name", session.projectName())
          .put("password", config.credentials().secret());
      ObjectNode services = said.putObject("services");
      for (String service : Service.words()) {
        session.catalogue().endpoint(service).ifPresent(it -> services.put(service, it.toString()));
      }
      services.put("identity", config.authUrl().toString());
    }
    return said;
  }
}
