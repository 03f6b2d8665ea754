package org.defcore.kit;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.http.message.Recording;
import org.defcore.kit.room.Holding;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test its {@link Cloud}, {@link Cleanup} and {@link Poll}, and cleans up afterwards. */
final class CloudExtension
    implements ParameterResolver,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(CloudExtension.class);

  private record Scope(
      TestBed bed,
      Recording recording,
      Cleanup cleanup,
      AtomicInteger atEnd,
      AtomicBoolean hasRoom) {

    /** Waits until the quota has room for what the test is to make. */
    void takeRoom(Holding wanted) {
      try {
        bed.room().take(wanted);
      } catch (IllegalArgumentException e) {
        throw new FixtureFailed("room for a test's own volumes", e);
      }
      hasRoom.set(true);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Cloud.class || type == Cleanup.class || type == Poll.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Scope scope = scope(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Cleanup.class) {
      return scope.cleanup();
    }
    return type == Poll.class ? scope.bed().poll() : new Cloud(scope.bed(), scope.recording());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    scope(context).takeRoom(Holding.of(context.getRequiredTestMethod()));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Scope scope = scope(context);
    scope.atEnd().set(scope.recording().exchanges().size());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Scope scope = scope(context);
    scope
        .cleanup()
        .runAll(context.getExecutionException().isPresent() ? TestEnd.BROKE : TestEnd.PASSED);
    if (scope.hasRoom().get()) {
      scope.bed().room().giveBack(Holding.of(context.getRequiredTestMethod()));
    }
    InteropTest test = context.getRequiredTestMethod().getAnnotation(InteropTest.class);
    scope.bed().keep(Evidence.of(test.id(), scope.recording(), scope.atEnd().get()));
  }

  private static Scope scope(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Scope.class, key -> open(context), Scope.class);
  }

  private static Scope open(ExtensionContext context) {
    TestBed bed =
        Objects.requireNonNull(
            context
                .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TestBed.KEY))
                .get(TestBed.class, TestBed.class),
            "no cloud: API tests are launched by the runner, not as plain JUnit tests");
    Recording recording = new Recording(bed.extras());
    return new Scope(
        bed, recording, bed.cleanup(recording), new AtomicInteger(), new AtomicBoolean());
  }
}
