package org.defcore.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * A lock on the folder of a run: the file is gone when the run has ended, and where a run was
 * killed the system has unlocked it.
 */
public final class RunLock {

  static final String NAME = ".lock";

  private RunLock() {}

  /**
   * Works while the folder is locked.
   *
   * @throws RunException if another process has locked it
   */
  public static <T> T hold(RunFolder run, Supplier<T> work) {
    RunFiles files = new RunFiles(run.path());
    try (FileChannel channel =
        FileChannel.open(
            files.place(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      if (!isLocked(channel)) {
        throw new RunException(
            files.folder() + ": another process is at work on this run: wait for its end");
      }
      try {
        return work.get();
      } finally {
        files.delete(NAME);
      }
    } catch (IOException e) {
      throw RunFiles.unwritable(files.place(NAME), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
