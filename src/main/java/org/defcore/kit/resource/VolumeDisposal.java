package org.defcore.kit.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.defcore.http.Answer;
import org.openstack4j.model.storage.block.Volume;

/** Volumes; those on a server are detached first. */
record VolumeDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public List<String> named(String name) {
    return reach
        .<List<? extends Volume>>cloud(os -> os.blockStorage().volumes().list(Map.of("name", name)))
        .stream()
        .filter(it -> name.equals(it.getName()))
        .map(Volume::getId)
        .distinct()
        .toList();
  }

  @Override
  public int status(String id) {
    return read(id).status();
  }

  private Answer read(String id) {
    return reach.read("volume", "/volumes/" + id);
  }

  @Override
  public int delete(String id) {
    Answer answer = read(id);
    if (answer.status() == 200) {
      JsonNode volume = answer.json().path("volume");
      if (volume.path("status").asText().equals("in-use")) {
        volume.path("attachments").forEach(it -> detach(it.path("server_id").asText(), id));
      }
    }
    return reach.cloud(os -> os.blockStorage().volumes().delete(id)).getCode();
  }

  private void detach(String server, String volume) {
    reach
        .service("compute")
        .delete("/servers/" + server + "/os-volume_attachments/" + volume)
        .send();
  }

  /** 400 is what a volume answers that is being made, attached or detached. */
  @Override
  public boolean mayPass(int status) {
    return status == 400 || status == 409;
  }
}
