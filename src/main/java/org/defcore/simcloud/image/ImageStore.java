package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Caller;

/** The records of all images; what goes in and comes out are copies. */
final class ImageStore {

  private final Map<String, ObjectNode> images = new LinkedHashMap<>();
  private final Map<String, Stages> coming = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();
  private final Set<String> builtIn = new HashSet<>();
  private final Set<String> ghosts = new HashSet<>();

  /** Adds an image, and says whether its id was free: never used before. */
  synchronized boolean add(ObjectNode image) {
    String id = image.path("id").asText();
    if (!usedIds.add(id)) {
      return false;
    }
    images.put(id, image.deepCopy());
    return true;
  }

  /** Adds an image that changes by itself; its stages are run under the lock of this store. */
  synchronized void addGrowing(ObjectNode image, Stages stages) {
    add(image);
    coming.put(image.path("id").asText(), stages);
  }

  synchronized void addBuiltIn(ObjectNode image) {
    add(image);
    builtIn.add(image.path("id").asText());
  }

  /** What a caller may read: the own images and those for everybody. */
  synchronized Optional<ObjectNode> find(String id, Caller caller) {
    settle();
    return Optional.ofNullable(images.get(id))
        .filter(it -> !ghosts.contains(id))
        .filter(it -> isReadable(it, caller))
        .map(ObjectNode::deepCopy);
  }

  /** Newest first. */
  synchronized List<ObjectNode> all(Caller caller) {
    settle();
    List<ObjectNode> readable = new ArrayList<>();
    for (ObjectNode image : images.values()) {
      if (isReadable(image, caller)) {
        readable.add(image.deepCopy());
      }
    }
    Collections.reverse(readable);
    return readable;
  }

  /** Changes one image in one step. */
  synchronized ObjectNode change(String id, Consumer<ObjectNode> change) {
    settle();
    ObjectNode image = images.get(id);
    if (image == null) {
      throw ImageFaults.noImage(id);
    }
    ObjectNode copy = image.deepCopy();
    change.accept(copy);
    images.put(id, copy);
    return copy.deepCopy();
  }

  synchronized void remove(String id) {
    images.remove(id);
    coming.remove(id);
  }

  /** Hides an image from everything but the list. */
  synchronized void keepInListOnly(String id) {
    ghosts.add(id);
  }

  synchronized List<String> resources() {
    return images.values().stream()
        .filter(it -> !builtIn.contains(it.path("id").asText()))
        .filter(it -> !ghosts.contains(it.path("id").asText()))
        .map(it -> "image " + it.path("id").asText() + " " + it.path("name").asText())
        .sorted()
        .toList();
  }

  private void settle() {
    for (Stages stages : List.copyOf(coming.values())) {
      stages.settle();
    }
  }

  private static boolean isReadable(ObjectNode image, Caller caller) {
    String visibility = image.path("visibility").asText();
    return visibility.equals("public")
        || visibility.equals("community")
        || image.path("owner").asText().equals(caller.project());
  }
}
