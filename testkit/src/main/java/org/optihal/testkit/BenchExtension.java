package org.optihal.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;
import org.optihal.config.BenchFile;
import org.optihal.config.LinksRequired;
import org.optihal.hal.Drivers;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;

/**
 * Carries {@link Bench} out. A virtual clock must be entered before anything is made on it, and
 * JUnit resolves parameters before it invokes: so parameters are left open at first, and the method
 * is invoked from within the clock once they exist.
 */
final class BenchExtension implements ParameterResolver, InvocationInterceptor {
  private static final int MAX_FILE = 1 << 20;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    boolean ours = BenchParameters.supports(parameter.getParameter());
    if (ours && !parameter.getDeclaringExecutable().equals(context.getTestMethod().orElse(null))) {
      throw new ParameterResolutionException(
          "a bench exists only while a test method runs, so "
              + parameter.getDeclaringExecutable()
              + " cannot have one: take it in the test method");
    }
    return ours;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null; // filled in within the clock
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    intercept(invocation, method, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    intercept(invocation, method, context);
  }

  private static void intercept(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Class<?> type = context.getRequiredTestClass();
    Bench bench =
        AnnotationSupport.findAnnotation(type, Bench.class, context.getEnclosingTestClasses())
            .orElseThrow(() -> HalException.configuration(type + " has no @Bench"));
    long seed = Seed.or(bench.seed());
    invocation.skip(); // invoked below instead, with its parameters
    try {
      VirtualClock clock = new VirtualClock();
      clock.call(() -> run(bench, type, seed, clock, method));
    } catch (TestAbortedException e) {
      throw e;
    } catch (Throwable t) {
      context.publishReportEntry("seed", Long.toString(seed));
      System.err.println(context.getDisplayName() + " failed, " + Seed.replay(seed));
      t.addSuppressed(new SeedNote(seed));
      throw t;
    }
  }

  private static boolean run(
      Bench bench,
      Class<?> type,
      long seed,
      VirtualClock clock,
      ReflectiveInvocationContext<Method> method)
      throws Exception {
    try (Hal hal = Hal.emulate(load(bench, type), seed, clock)) {
      BenchParameters parameters = new BenchParameters(hal, bench.connect());
      List<@Nullable Object> arguments = new ArrayList<>(method.getArguments());
      Parameter[] declared = method.getExecutable().getParameters();
      for (int i = 0; i < declared.length; i++) {
        if (BenchParameters.supports(declared[i])) {
          arguments.set(i, parameters.resolve(declared[i]));
        }
      }
      ReflectionSupport.invokeMethod(
          method.getExecutable(), method.getTarget().orElse(null), arguments.toArray());
      if (!hal.pollFailures().isEmpty()) {
        Throwable failure = hal.pollFailures().get(0);
        throw new AssertionError("a poll of a driver failed: " + failure, failure);
      }
      List<String> damage = hal.emulation().orElseThrow().truth().damage();
      if (!damage.isEmpty()) {
        throw new AssertionError("something was damaged: " + String.join("; ", damage));
      }
    }
    return true;
  }

  private static org.optihal.hal.bench.Bench load(Bench bench, Class<?> type) throws IOException {
    return BenchFile.parse(
        text(bench.value(), type),
        bench.value(),
        Drivers.installed(),
        LinksRequired.NO,
        List.of(bench.set()));
  }

  private static String text(String name, Class<?> type) throws IOException {
    URL resource = type.getResource(name);
    if (resource == null && !name.startsWith("/")) {
      resource = type.getResource("/" + name);
    }
    if (resource == null) {
      return BenchFile.text(Path.of(name));
    }
    try (InputStream in = resource.openStream()) {
      byte[] bytes = in.readNBytes(MAX_FILE + 1);
      if (bytes.length > MAX_FILE) {
        throw HalException.configuration(name + " is larger than 1 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** Shown below a failure. */
  private static final class SeedNote extends Exception {
    private static final long serialVersionUID = 1L;

    SeedNote(long seed) {
      super(Seed.replay(seed), null, false, false);
    }
  }
}
