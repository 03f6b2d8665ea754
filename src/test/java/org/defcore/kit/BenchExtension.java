package org.defcore.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the constructor of a test a bench of its own, and closes that after the test. */
final class BenchExtension implements ParameterResolver {

  private static final List<Class<?>> KNOWN =
      List.of(Workbench.class, ComputeBench.class, ManualTime.class);

  /** A folder that goes with the test. */
  private record Folder(Path path) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return KNOWN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getStore(Namespace.create(BenchExtension.class));
    Class<?> type = parameter.getParameter().getType();
    if (type == ManualTime.class) {
      return time(store);
    }
    Path dir = store.computeIfAbsent(Folder.class, it -> folder(), Folder.class).path();
    return type == Workbench.class
        ? store.computeIfAbsent(type, it -> new Workbench(dir), Workbench.class)
        : store.computeIfAbsent(type, it -> new ComputeBench(dir, time(store)), ComputeBench.class);
  }

  private static ManualTime time(Store store) {
    Class<ManualTime> type = ManualTime.class;
    return store.computeIfAbsent(type, it -> new ManualTime(), type);
  }

  private static Folder folder() {
    try {
      return new Folder(Files.createTempDirectory("bench"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
