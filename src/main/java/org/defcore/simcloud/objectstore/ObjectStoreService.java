package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;

/** An object store with accounts, containers and objects, and its capabilities document. */
public final class ObjectStoreService implements Service {

  private static final Frame FRAME =
      Frame.of(
          "/object-store", "/v1", (status, message) -> SwiftPages.page(status, "Refused", message));
  private static final String INFO =
      """
      {"swift": {"version": "2.30.1", "strict_cors_mode": true,
        "policies": [{"name": "Policy-0", "aliases": "Policy-0", "default": true}],
        "allow_account_management": true, "account_autocreate": true,
        "max_file_size": 16777216, "max_meta_name_length": 128, "max_meta_value_length": 256,
        "max_meta_count": 90, "max_meta_overall_size": 4096, "max_header_size": 8192,
        "max_object_name_length": 1024, "container_listing_limit": 10000,
        "account_listing_limit": 10000, "max_account_name_length": 256,
        "max_container_name_length": 256, "extra_header_count": 0},
       "symlink": {"symloop_max": 2, "static_links": true},
       "versioned_writes": {"allowed_flags": ["x-versions-location", "x-history-location"]},
       "slo": {"max_manifest_segments": 1000, "max_manifest_size": 8388608,
        "yield_frequency": 10, "min_segment_size": 1, "allow_async_delete": false},
       "account_quotas": {}, "container_quotas": {},
       "formpost": {"allowed_digests": ["sha1", "sha256", "sha512"],
        "deprecated_digests": ["sha1"]},
       "staticweb": {}, "crossdomain": {},
       "tempurl": {"methods": ["GET", "HEAD", "PUT", "POST", "DELETE"],
        "incoming_remove_headers": ["x-timestamp"], "incoming_allow_headers": [],
        "outgoing_remove_headers": ["x-object-meta-*"],
        "outgoing_allow_headers": ["x-object-meta-public-*"],
        "allowed_digests": ["sha1", "sha256", "sha512"], "deprecated_digests": ["sha1"]},
       "bulk_upload": {"max_containers_per_extraction": 10000, "max_failed_extractions": 1000},
       "bulk_delete": {"max_deletes_per_request": 10000, "max_failed_deletes": 1000},
       "container_sync": {"realms": {}}}
      """;

  private static final Pattern QUOTA =
      Pattern.compile("x-(remove-)?account-(meta-quota-bytes|quota-(bytes|count).*)");
  private static final String POLICY = "Storage-Policy-Policy-0-";

  private final JsonNode info = Json.document(INFO);
  private final Clock clock;
  private final Accounts accounts;
  private final Access access;
  private final Defects defects;

  public ObjectStoreService(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
    this.accounts = new Accounts(clock, defects);
    this.access =
        new Access(accounts, new SignedLinks(accounts, clock), defects, this::unauthorized);
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("object-store.info.show", "GET /info", this::info));
    for (String slash : List.of("", "/")) {
      String one = " /v1/{account}" + slash;
      all.add(Operation.of("object-store.account.list", "GET" + one, this::account));
      all.add(Operation.of("object-store.account.show", "HEAD" + one, this::account));
      all.add(Operation.of("object-store.account.update", "POST" + one, this::update));
    }
    all.addAll(new BulkOperations(accounts, clock, defects).operations());
    all.addAll(new ContainerOperations(accounts, access, defects).operations());
    all.addAll(new ObjectOperations(accounts, access, defects, clock).operations());
    return all;
  }

  @Override
  public List<String> resources() {
    return accounts.resources();
  }

  @Override
  public boolean guards(String path) {
    return path.startsWith("/v1/");
  }

  @Override
  public Reply unauthorized(Incoming request) {
    String account = request.path().replaceAll("^/v1/([^/]*).*", "$1");
    Reply reply =
        SwiftPages.page(401, "Unauthorized", "This server could not verify who you are.")
            .with("Www-Authenticate", "Swift realm=\"" + account + "\"");
    String root = request.base().substring(0, request.base().lastIndexOf('/'));
    return request.header("X-Auth-Token").isPresent()
        ? reply
        : reply.with("WWW-Authenticate", "Keystone uri=\"" + root + "/identity\"");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return request.path().equals("/")
        ? SwiftPages.page(404, "Not Found", "The resource could not be found.")
        : Reply.text(412, SwiftPages.HTML, "Bad URL");
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    String methods =
        request.path().equals("/info")
            ? "OPTIONS, HEAD, GET"
            : "OPTIONS, POST, DELETE, PUT, GET, HEAD";
    return SwiftPages.page(
            405, "Method Not Allowed", "The method is not allowed for this resource.")
        .with("Allow", methods);
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    String id = Ids.transaction(clock.instant());
    boolean look = request.method().equals("HEAD") && reply.status() >= 400;
    return (look ? reply.withContent(Content.of(new byte[0])) : reply)
        .with("X-Trans-Id", id)
        .with("X-Openstack-Request-Id", id);
  }

  private Reply info(Incoming request) {
    return Reply.json(200, info).replacing("Content-Type", "application/json; charset=UTF-8");
  }

  private Reply account(Incoming request) {
    String account = Access.own(request);
    List<Accounts.Summary> containers = accounts.containers(account);
    List<ObjectNode> items = containers.stream().map(ObjectStoreService::listed).toList();
    Reply reply =
        Notes.shown(accounts.notes(account), Listing.of(request, "account " + account, items));
    for (String of : containers.isEmpty() ? List.of("") : List.of("", POLICY)) {
      reply =
          reply
              .with("X-Account-" + of + "Container-Count", String.valueOf(containers.size()))
              .with(
                  "X-Account-" + of + "Object-Count", total(containers, it -> it.objects().size()))
              .with("X-Account-" + of + "Bytes-Used", total(containers, Accounts.Summary::bytes));
    }
    return reply
        .with("X-Timestamp", SwiftTimes.timestamp(clock.instant()))
        .with("X-Account-Project-Domain-Id", "default")
        .with("Accept-Ranges", "bytes");
  }

  /** Changes metadata, of which the quotas are for those who own the whole store. */
  private Reply update(Incoming request) {
    String account = Access.own(request);
    if (request.headers().keySet().stream().anyMatch(QUOTA.asMatchPredicate())) {
      throw SwiftPages.forbidden();
    }
    boolean keepsEmpty = defects.on(ObjectStoreDefect.KEEPS_EMPTY_NOTES);
    Notes notes = keepsEmpty ? Notes.ACCOUNT_WITH_EMPTY : Notes.ACCOUNT;
    accounts.note(account, it -> notes.changed(it, request));
    return SwiftPages.bare(204);
  }

  private static String total(
      List<Accounts.Summary> containers, ToLongFunction<Accounts.Summary> count) {
    return String.valueOf(containers.stream().mapToLong(count).sum());
  }

  private static ObjectNode listed(Accounts.Summary container) {
    return Json.object()
        .put("name", container.name())
        .put("count", container.objects().size())
        .put("bytes", container.bytes())
        .put("last_modified", SwiftTimes.listed(container.created()));
  }
}
