package org.defcore.report.compare;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.defcore.result.RunRecord;

/**
 * The shortest name of each cloud that no other run bears: its own, or with its endpoint, or with
 * its region, too. Runs of one cloud are numbered.
 */
final class CloudLabels {

  private static final List<Function<RunRecord, String>> FORMS =
      List.of(
          RunRecord::cloud,
          it -> "%s (%s)".formatted(it.cloud(), it.imported() ? "imported" : host(it.authUrl())),
          it -> "%s (%s)".formatted(it.cloud(), it.authUrl()),
          it -> "%s (%s, %s)".formatted(it.cloud(), it.authUrl(), region(it)));

  private CloudLabels() {}

  static List<String> of(List<RunRecord> runs) {
    List<String> labels = new ArrayList<>();
    for (RunRecord run : runs) {
      int number = labels.size() + 1;
      labels.add(
          FORMS.stream()
              .filter(form -> runs.stream().map(form).filter(form.apply(run)::equals).count() == 1)
              .map(form -> form.apply(run))
              .findFirst()
              .orElseGet(() -> run.cloud() + " #" + number));
    }
    return labels;
  }

  private static String region(RunRecord run) {
    return run.region().isEmpty() ? "no region named" : "region " + run.region();
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getRawAuthority();
      return host == null ? url : host;
    } catch (URISyntaxException e) {
      return url;
    }
  }
}
