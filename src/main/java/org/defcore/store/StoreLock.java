package org.defcore.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A lock on the folder of a store in an H2 file, which one process at a time can use. */
final class StoreLock implements AutoCloseable {

  private static final String NAME = ".lock";

  private final StorePlace place;
  private final FileChannel channel;

  private StoreLock(StorePlace place, FileChannel channel) {
    this.place = place;
    this.channel = channel;
  }

  /** Makes the folder, and locks it unless the store is a database for many. */
  static StoreLock take(StorePlace place) {
    try {
      Files.createDirectories(place.files());
      StoreLock lock =
          new StoreLock(
              place,
              FileChannel.open(
                  place.files().resolve(NAME),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE));
      if (place.url().isEmpty() && !lock.isTaken()) {
        lock.close();
        throw new StoreException(
            place
                + ": another process is using it: wait for its end, or keep the store in"
                + " PostgreSQL, which many can use");
      }
      return lock;
    } catch (IOException e) {
      throw new StoreException(place.files() + ": cannot be written: " + e.getMessage());
    }
  }

  private boolean isTaken() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException(place.files() + ": cannot be closed: " + e.getMessage());
    }
  }
}
