package org.defcore.desk.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.desk.ProgramFiles;
import org.defcore.desk.TemporaryFolder;
import org.defcore.yaml.FileFailure;

/**
 * Guidelines, policy and catalogue of bundles, as files that are read once for all bundles that
 * have the same: to read them is most of the work of a small bundle.
 */
public final class BundledTerms implements AutoCloseable {

  private static final int MOST = 16;

  private final TemporaryFolder folder = TemporaryFolder.make();
  private final Map<String, ProgramFiles> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProgramFiles> eldest) {
          return size() > MOST;
        }
      };

  /** The files of a bundle without problems. */
  synchronized ProgramFiles of(Bundle bundle) {
    SortedMap<String, String> parts = new TreeMap<>(bundle.sums());
    parts.keySet().removeIf(it -> !isTerm(it));
    String key = Bundle.sum(parts.toString().getBytes(StandardCharsets.UTF_8));
    return known.computeIfAbsent(key, it -> write(bundle, parts, folder.path().resolve(it)));
  }

  private static boolean isTerm(String part) {
    return part.startsWith(BundleMaker.GUIDELINES) || part.startsWith(BundleMaker.CAPABILITIES);
  }

  private static ProgramFiles write(Bundle bundle, SortedMap<String, String> parts, Path folder) {
    try {
      for (String part : parts.keySet()) {
        Path file = folder.resolve(part.substring(part.indexOf('/') + 1));
        Files.createDirectories(file.getParent());
        Files.write(file, bundle.content(part));
        // A file that has not changed for a while is not read again.
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    } catch (IOException e) {
      throw new BundleException(folder + ": cannot be written: " + FileFailure.reason(e));
    }
    return new ProgramFiles(folder);
  }

  @Override
  public void close() {
    folder.close();
  }
}
