package uploader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.Segment;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.clouds.Session;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.HttpRequest.Source;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;

/**
 * Uploads segments, each made while it is sent, and joins them; says as JSON what came of it. The container and all in it are removed, whatever happens.
 */
public final class LargeObject {

  private LargeObject() {}

  /** Bytes of a segment, which tell where they are. */
  private static final class Pattern extends InputStream {

    private final int segment;
    private long left;

    Pattern(int segment, long length) {
      this.segment = segment;
      this.left = length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
      int length = (int) Math.min(left, most);
      for (int at = 0; at < length; at++) {
        buffer[from + at] = (byte) (left - at + 31L * segment);
      }
      left -= length;
      return length == 0 ? -1 : length;
    }
  }

  /**
   * @param arguments cloud, bytes of the whole, bytes of a segment, {@code chunked} or {@code length}
   */
  public static void main(String[] arguments) throws Exception {
    CloudConfig cloud =
        new CloudConfigs(
                Environment.of(
                    System.getenv(),
                    Path.of("").toAbsolutePath(),
                    Path.of(System.getProperty("user.home"))))
            .load(Optional.of(arguments[0]));
    long whole = Long.parseLong(arguments[1]);
    long part = Long.parseLong(arguments[2]);
    Framing framing = arguments[3].equals("chunked") ? Framing.CHUNKED : Framing.CONTENT_LENGTH;
    String container = "/defcore-bench-" + UUID.randomUUID();
    try (HttpTransport transport = new HttpTransport(cloud.transport(), new Secrets())) {
      Session session = Session.login(cloud, transport, new Recording());
      ObjectStoreClient store =
          new ObjectStoreClient(session.service("object-store", new Recording()));
      store.create(container, Map.of());
      try {
        System.out.println(upload(store, container, whole, part, framing));
      } finally {
        remove(store, container);
      }
    }
  }

  private static ObjectNode upload(
      ObjectStoreClient store, String container, long whole, long part, Framing framing)
      throws Exception {
    long begun = System.nanoTime();
    List<Segment> segments = new ArrayList<>();
    for (long at = 0; at < whole; at += part) {
      int number = segments.size();
      long length = Math.min(part, whole - at);
      String path = "%s/part/%05d".formatted(container, number);
      MessageDigest digest = MessageDigest.getInstance("MD5");
      Source source =
          new Source(
              length,
              () -> {
                digest.reset();
                return new DigestInputStream(new Pattern(number, length), digest);
              });
      StoreHeaders stored = store.upload(path, source, framing);
      String sent = HexFormat.of().formatHex(digest.digest());
      if (!stored.find("ETag").equals(Optional.of(sent))) {
        throw new AssertionError(path + ": expected ETag " + sent + " but found " + stored);
      }
      segments.add(new Segment(path, sent, length));
    }
    long uploaded = System.nanoTime();
    store.join(container + "/whole", segments);
    long shown = Long.parseLong(store.show(container + "/whole").find("Content-Length").orElse("0"));
    return new ObjectMapper()
        .createObjectNode()
        .put("segments", segments.size())
        .put("upload_seconds", (uploaded - begun) / 1e9)
        .put("bytes", shown)
        .put("heap_limit_mib", Runtime.getRuntime().maxMemory() >> 20)
        .put("heap_peak_mib", heapPeak() >> 20);
  }

  /** The sum of the peaks of all parts of the heap, which is at least the peak of the heap. */
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(it -> it.getType() == MemoryType.HEAP)
        .mapToLong(it -> it.getPeakUsage().getUsed())
        .sum();
  }

  private static void remove(ObjectStoreClient store, String container) {
    for (List<String> names = store.list(container).names();
        !names.isEmpty();
        names = store.list(container).names()) {
      names.forEach(it -> store.delete(container + "/" + it));
    }
    store.delete(container);
  }
}
