package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.message.PercentEncoding;
import org.defcore.service.Service;

/** Volumes; those on a server are detached first. */
record VolumeDisposal(CleanupAccess access, CollectionDisposal volumes) implements Disposal {

  VolumeDisposal(CleanupAccess access, ResourceKind.Collection where) {
    this(access, new CollectionDisposal(access, where));
  }

  @Override
  public List<String> named(String name) {
    return volumes.named(name);
  }

  @Override
  public Sight see(String id) {
    return volumes.see(id);
  }

  @Override
  public int delete(String id) {
    Answer answer = volumes.read(id);
    if (answer.status() == 200) {
      JsonNode volume = answer.json().path("volume");
      if (volume.path("status").asText().equals("in-use")) {
        volume.path("attachments").forEach(it -> detach(it.path("server_id").asText(), id));
      }
    }
    return volumes.delete(id);
  }

  private void detach(String server, String volume) {
    String path =
        "/servers/%s/os-volume_attachments/%s"
            .formatted(PercentEncoding.encode(server), PercentEncoding.encode(volume));
    access.call(Service.COMPUTE, "DELETE", path).send();
  }

  @Override
  public boolean mayPass(int status) {
    return volumes.mayPass(status);
  }

  @Override
  public void checkService() {
    volumes.checkService();
  }
}
