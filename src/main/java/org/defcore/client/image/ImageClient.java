package org.defcore.client.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.PercentEncoding;

/** Image calls below {@code /v2}, whatever version the catalogue's endpoint ends in. */
public final class ImageClient {

  private static final String IMAGES = "/v2/images";
  private static final String PATCH = "application/openstack-images-v2.0-json-patch";

  private final ServiceEndpoint root;

  public ImageClient(ServiceEndpoint image) {
    this.root = image.unversioned();
  }

  /** {@code POST /v2/images} */
  public Image createImage(NewImage image) {
    return root.post(IMAGES).json(image.body()).expect(201).as(Image.class);
  }

  /** {@code GET /v2/images/{id}}; an empty id leaves the slash. */
  public Image getImage(String id) {
    return root.get(path(id)).expect(200).as(Image.class);
  }

  /** {@code GET /v2/images/{id}}; nothing if it is not there. */
  public Optional<Image> findImage(String id) {
    Answer answer = root.get(path(id)).send();
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw answer.unexpected("200 or 404", String.valueOf(answer.status()));
    }
    return Optional.of(answer.as(Image.class));
  }

  /** {@code GET /v2/images}, the first page only. */
  public List<Image> listImages(Query... filters) {
    Call call = root.get(IMAGES);
    for (Query filter : filters) {
      call = call.query(filter.name(), filter.value());
    }
    return call.expect(200).as(ImagesEnvelope.class).images();
  }

  /** {@code PATCH /v2/images/{id}} in the dialect of v2.0, which has the operation as key. */
  public Image updateImageName(String id, String name) {
    ArrayNode changes = JsonNodeFactory.instance.arrayNode();
    changes.addObject().put("replace", "/name").put("value", name);
    return root.patch(path(id)).json(changes, PATCH).expect(200).as(Image.class);
  }

  /** {@code DELETE /v2/images/{id}}; an empty id leaves the slash. */
  public void deleteImage(String id) {
    root.delete(path(id)).expect(204);
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

  private static String path(String id) {
    return IMAGES + "/" + PercentEncoding.encode(id);
  }
}
