package org.defcore.simcloud.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** One command on its way through MINA, which sets the streams before it starts. */
final class ShellCommand implements Command {

  private final Shell.Said said;
  private OutputStream out = OutputStream.nullOutputStream();
  private OutputStream err = OutputStream.nullOutputStream();
  private ExitCallback exit = (status, message, closeImmediately) -> {};

  ShellCommand(Shell.Said said) {
    this.said = said;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) throws IOException {
    out.write(said.out().getBytes(StandardCharsets.UTF_8));
    out.flush();
    err.write(said.err().getBytes(StandardCharsets.UTF_8));
    err.flush();
    exit.onExit(said.status());
  }

  @Override
  public void destroy(ChannelSession channel) {
    // It ended when it started.
  }

  @Override
  public void setInputStream(InputStream in) {
    // No command reads.
  }

  @Override
  public void setOutputStream(OutputStream stream) {
    out = stream;
  }

  @Override
  public void setErrorStream(OutputStream stream) {
    err = stream;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }
}
