package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.RequestIds;
import org.defcore.simcloud.wire.Service;

/** An object store whose accounts are empty, with its capabilities document. */
public final class ObjectStoreService implements Service {

  private static final String HTML = "text/html; charset=UTF-8";
  private static final String INFO =
      """
      {"swift": {"version": "2.30.1", "strict_cors_mode": true,
        "policies": [{"name": "Policy-0", "aliases": "Policy-0", "default": true}],
        "allow_account_management": true, "account_autocreate": true,
        "max_file_size": 5368709122, "max_meta_name_length": 128, "max_meta_value_length": 256,
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

  private final JsonNode info = Json.document(INFO);
  private final Clock clock;

  public ObjectStoreService(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return "/object-store";
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.open("object-store.info.show", "GET /info", this::info),
        Operation.of("object-store.account.list", "GET /v1/{account}", this::account),
        Operation.of("object-store.account.list", "GET /v1/{account}/", this::account),
        Operation.of("object-store.account.show", "HEAD /v1/{account}", this::account),
        Operation.of(
            "object-store.container.show", "GET /v1/{account}/{container}", this::container));
  }

  @Override
  public boolean guards(String path) {
    return path.startsWith("/v1/");
  }

  @Override
  public boolean headIsGet() {
    return true;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    String account = request.path().replaceAll("^/v1/([^/]*).*", "$1");
    Reply reply =
        page(401, "Unauthorized", "This server could not verify who you are.")
            .with("Www-Authenticate", "Swift realm=\"" + account + "\"");
    String root = request.base().substring(0, request.base().lastIndexOf('/'));
    return request.header("X-Auth-Token").isPresent()
        ? reply
        : reply.with("WWW-Authenticate", "Keystone uri=\"" + root + "/identity\"");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return request.path().equals("/")
        ? page(404, "Not Found", "The resource could not be found.")
        : Reply.text(412, HTML, "Bad URL");
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    String methods =
        request.path().equals("/info")
            ? "OPTIONS, HEAD, GET"
            : "OPTIONS, POST, DELETE, PUT, GET, HEAD";
    return page(405, "Method Not Allowed", "The method is not allowed for this resource.")
        .with("Allow", methods);
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    String id = RequestIds.transaction();
    return reply.with("X-Trans-Id", id).with("X-Openstack-Request-Id", id);
  }

  private static Reply page(int status, String title, String message) {
    return Reply.text(status, HTML, "<html><h1>%s</h1><p>%s</p></html>".formatted(title, message));
  }

  private Reply info(Incoming request) {
    return Reply.json(200, info).replacing("Content-Type", "application/json; charset=UTF-8");
  }

  private Reply account(Incoming request) {
    if (isForeign(request)) {
      return page(403, "Forbidden", "Access was denied to this resource.");
    }
    boolean named = request.query("format").isPresent();
    boolean json =
        request.query("format").orElse(request.header("Accept").orElse("")).contains("json");
    Reply reply =
        json
            ? Reply.json(200, Json.array())
                .replacing("Content-Type", "application/json; charset=utf-8")
            : Reply.text(204, "text/plain; charset=utf-8", "");
    Instant now = clock.instant();
    String stamp =
        String.format(Locale.ROOT, "%d.%05d", now.getEpochSecond(), now.getNano() / 10_000);
    reply =
        reply
            .with("X-Account-Container-Count", "0")
            .with("X-Account-Object-Count", "0")
            .with("X-Account-Bytes-Used", "0")
            .with("X-Timestamp", stamp)
            .with("X-Account-Project-Domain-Id", "default")
            .with("Accept-Ranges", "bytes");
    return named ? reply : reply.with("Vary", "Accept");
  }

  private Reply container(Incoming request) {
    return isForeign(request)
        ? page(403, "Forbidden", "Access was denied to this resource.")
        : page(404, "Not Found", "The resource could not be found.");
  }

  private static boolean isForeign(Incoming request) {
    return !request.part("account").equals("AUTH_" + request.caller().project());
  }
}
