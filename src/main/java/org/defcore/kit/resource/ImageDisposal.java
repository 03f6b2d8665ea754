package org.defcore.kit.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openstack4j.model.image.v2.Image;

/** Images, snapshots of servers too. */
record ImageDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public int status(String id) {
    boolean versioned = reach.service("image").base().getPath().matches(".*/v2.*");
    return reach.read("image", (versioned ? "" : "/v2") + "/images/" + id).status();
  }

  @Override
  public int delete(String id) {
    return reach.cloud(os -> os.imagesV2().delete(id)).getCode();
  }

  /** Reads page by page and compares names itself: a cloud may ignore the filter. */
  @Override
  public List<String> named(String name) {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> query = new HashMap<>(Map.of("name", name));
    for (List<? extends Image> page = page(query); !page.isEmpty(); page = page(query)) {
      page.stream().filter(it -> name.equals(it.getName())).map(Image::getId).forEach(found::add);
      String last = page.get(page.size() - 1).getId();
      if (!seen.add(last)) {
        break;
      }
      query.put("marker", last);
    }
    return found.stream().distinct().toList();
  }

  private List<? extends Image> page(Map<String, String> query) {
    return reach.cloud(os -> os.imagesV2().list(query));
  }
}
