package org.defcore.contract;

import java.util.List;
import java.util.Set;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.Remark;

/** Takes the place of the watch, and sees nothing: a run with it tells what the watch costs. */
public final class Watch {

  public Watch(Endpoints endpoints, Set<String> projects, Set<String> users) {}

  public void see(String evidence, List<Exchange> exchanges) {}

  public List<Remark> remarks() {
    return List.of();
  }
}
