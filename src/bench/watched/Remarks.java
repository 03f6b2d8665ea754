package watched;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.contract.Endpoints;
import org.defcore.contract.Watch;
import org.defcore.http.har.Har;
import org.defcore.http.message.Exchange;
import org.defcore.service.Service;

/** Prints the remarks of the watch about a file of exchanges, which has to begin with a login. */
public final class Remarks {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> projects = new HashSet<>();
  private final Set<String> users = new HashSet<>();
  private String first = "";

  public static void main(String[] files) throws IOException {
    List<Exchange> exchanges = Har.read(Files.readAllBytes(Path.of(files[0])));
    Remarks remarks = new Remarks();
    for (Exchange exchange : exchanges) {
      if (exchange.method().equals("POST") && exchange.status() == 201) {
        remarks.learn(exchange);
      }
    }
    Watch watch =
        new Watch(new Endpoints(remarks.addresses, remarks.hosts), remarks.projects, remarks.users);
    watch.see("traffic", exchanges.stream().map(remarks::asOfOne).toList());
    watch
        .remarks()
        .forEach(
            it ->
                System.out.printf(
                    "%s %s, exchange %d, %d times%n",
                    it.kind().word(), it.words(), it.exchange(), it.times()));
    System.out.printf("%d exchanges, %d remarks%n", exchanges.size(), watch.remarks().size());
  }

  /** Addresses of some services have the project in them: those of one stand for all. */
  private Exchange asOfOne(Exchange exchange) {
    for (URI address : addresses.values()) {
      for (String project : projects) {
        String other = address.toString().replace(first, project);
        if (exchange.uri().startsWith(other)) {
          return at(address + exchange.uri().substring(other.length()), exchange);
        }
      }
    }
    return exchange;
  }

  private static Exchange at(String uri, Exchange it) {
    return new Exchange(
        it.started(),
        it.took(),
        it.method(),
        uri,
        it.requestHeaders(),
        it.requestBody(),
        it.status(),
        it.responseHeaders(),
        it.responseBody(),
        it.error(),
        it.repeats());
  }

  /** Projects and users may be made here, and log in by another way. */
  private void learn(Exchange exchange) throws IOException {
    if (exchange.uri().endsWith("/auth/tokens")) {
      login(exchange);
    } else if (exchange.uri().matches(".*/(projects|users)")) {
      JsonNode made = JSON.readTree(exchange.responseBody());
      projects.add(made.at("/project/id").asText());
      users.add(made.at("/user/id").asText());
    }
    projects.remove("");
    users.remove("");
  }

  private void login(Exchange exchange) throws IOException {
    JsonNode token = JSON.readTree(exchange.responseBody()).path("token");
    String project = token.at("/project/id").asText();
    if (first.isEmpty()) {
      first = project;
    }
    projects.add(project);
    users.add(token.at("/user/id").asText());
    addresses.put(
        Service.IDENTITY, URI.create(exchange.uri().replaceFirst("/auth/tokens$", "")));
    for (JsonNode service : token.path("catalog")) {
      for (JsonNode endpoint : service.path("endpoints")) {
        URI address = URI.create(endpoint.path("url").asText());
        hosts.add(address.getHost());
        if (endpoint.path("interface").asText().equals("public")) {
          Service.named(service.path("type").asText())
              .ifPresent(it -> addresses.putIfAbsent(it, address));
        }
      }
    }
  }
}
