package org.defcore.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that grows line by line. A line is in it whole or not at all: what a crash or a full disk
 * cut off is dropped before another line follows. A link in its place is refused. Safe for use by
 * many threads, also by those that were interrupted.
 */
public final class LineFile {

  private static final int BLOCK = 8192;

  private final Path file;
  private boolean endsWhole;

  /**
   * @param file made with the first line if it is not there
   */
  public LineFile(Path file) {
    this.file = file;
  }

  /**
   * Appends a line; it is with the operating system when this returns.
   *
   * @param line without its end
   * @throws IOException if the line is not in the file
   */
  public synchronized void append(String line) throws IOException {
    // A channel that an interrupted thread uses is closed.
    boolean interrupted = Thread.interrupted();
    try {
      if (Files.isSymbolicLink(file)) {
        throw new FileSystemException(file.toString(), null, "it is a link");
      }
      if (!endsWhole) {
        dropCutOffLine();
      }
      endsWhole = false;
      write((line + "\n").getBytes(StandardCharsets.UTF_8));
      endsWhole = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write(byte[] line) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS)) {
      out.write(line);
    } catch (IOException e) {
      try {
        dropCutOffLine();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private void dropCutOffLine() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      long end = endOfLastLine(channel);
      if (end < channel.size()) {
        channel.truncate(end);
      }
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    long end = channel.size();
    while (end > 0) {
      int length = (int) Math.min(BLOCK, end);
      ByteBuffer block = ByteBuffer.allocate(length);
      channel.read(block, end - length);
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return 0;
  }
}
