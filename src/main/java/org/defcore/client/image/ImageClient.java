package org.defcore.client.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.PercentEncoding;

/** Image calls below {@code /v2}, whatever version the catalogue's endpoint ends in. */
public final class ImageClient {

  private static final ResourceCalls IMAGES =
      new ResourceCalls(
          "/v2/images", "", "images", new ResourceCalls.Statuses(201, 200, 204), Envelope.OPEN);

  private static final String PATCH = "application/openstack-images-v2.0-json-patch";

  private final ServiceEndpoint root;

  public ImageClient(ServiceEndpoint image) {
    this.root = image.unversioned();
  }

  public Resource<Image> images() {
    return new Resource<>(root, IMAGES, Image.class);
  }

  /** {@code PATCH /v2/images/{id}} in the dialect of v2.0, which has the operation as key. */
  public Image updateName(String id, String name) {
    ArrayNode changes = JsonNodeFactory.instance.arrayNode();
    changes.addObject().put("replace", "/name").put("value", name);
    return root.patch(path(id)).json(changes, PATCH).expect(200).as(Image.class);
  }

  /** {@code PUT /v2/images/{id}/file}, in chunks. */
  public void uploadFile(String id, byte[] data) {
    root.put(path(id) + "/file")
        .bytes(data, "application/octet-stream", Framing.CHUNKED)
        .expect(204);
  }

  /** {@code GET /v2/images/{id}/file} */
  public byte[] getFile(String id) {
    return root.get(path(id) + "/file").expect(200).bytes();
  }

  /** {@code GET /v2/images/{id}/file} of an image without data: 204 and no body. */
  public void getNoFile(String id) {
    root.get(path(id) + "/file").expect(204);
  }

  /** {@code PUT /v2/images/{id}/tags/{tag}} */
  public void addTag(String id, String tag) {
    root.put(path(id) + "/tags/" + PercentEncoding.encode(tag)).expect(204);
  }

  /** {@code DELETE /v2/images/{id}/tags/{tag}} */
  public void deleteTag(String id, String tag) {
    root.delete(path(id) + "/tags/" + PercentEncoding.encode(tag)).expect(204);
  }

  /** {@code GET /v2/schemas/{name}} */
  public SchemaDocument getSchema(String name) {
    return root.get("/v2/schemas/" + name).expect(200).as(SchemaDocument.class);
  }

  private String path(String id) {
    return images().path(id);
  }
}
