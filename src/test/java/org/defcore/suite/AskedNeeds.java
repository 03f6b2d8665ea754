package org.defcore.suite;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.capability.Need;
import org.defcore.client.CallMicroversion;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.clouds.Credentials;
import org.defcore.kit.Cloud;
import org.defcore.kit.Project;
import org.defcore.kit.Provisioner;
import org.defcore.kit.Role;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.result.ChosenFact;
import org.defcore.service.Service;

/**
 * The needs of tests as their code tells them: every method of suite and clients that a test can
 * reach, with the shared fixtures that it asks for, whether or not a run would take that path.
 */
final class AskedNeeds {

  private static final String SUITE = "org.defcore.suite";
  private static final String CLIENT = "org.defcore.client";

  private final JavaClasses classes;

  /**
   * @param classes at least those of the suite
   */
  AskedNeeds(JavaClasses classes) {
    this.classes = classes;
  }

  /** The needs of a test, each with the first place that asks for it: {@code (Flavors.java:24)}. */
  Map<Need, String> of(Method test) {
    Map<Need, String> asked = new LinkedHashMap<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>();
    next.add(
        classes.get(test.getDeclaringClass()).getMethod(test.getName(), test.getParameterTypes()));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.remove();
      if (seen.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          need(access, unit)
              .ifPresent(it -> asked.putIfAbsent(it, access.getSourceCodeLocation().toString()));
          reached(access).forEach(next::add);
        }
        unit.getReferencedClassObjects().stream()
            .flatMap(it -> calledByOthers(it.getValue()))
            .forEach(next::add);
      }
    }
    return asked;
  }

  private static Optional<Need> need(JavaAccess<?> access, JavaCodeUnit from) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    if (owner.isEquivalentTo(ChosenFact.class) && isConstant(ChosenFact.values(), name)) {
      return doesWithout(from) ? Optional.empty() : Optional.of(chosen(name));
    }
    if (owner.isEquivalentTo(ResourceKind.class)
        && isConstant(ResourceKind.values(), name)
        && !looksAtTheRoot(from)) {
      Service service = ResourceKind.valueOf(name).collection().service();
      return Optional.of(new Need(Need.Kind.SERVICE, service.word()));
    }
    if (owner.isEquivalentTo(Role.class) && name.equals(Role.OTHER_MEMBER.name())) {
      return Optional.of(new Need(Need.Kind.SECOND_PROJECT, ""));
    }
    if (owner.isEquivalentTo(Cloud.class) && name.equals("disposable")) {
      return Optional.of(new Need(Need.Kind.DISPOSABLE_USER, ""));
    }
    if (owner.isEquivalentTo(Cloud.class) && name.equals("guest")) {
      return Optional.of(new Need(Need.Kind.GUEST_ACCESS, ""));
    }
    if (isOfTheUser(access) || name.equals("applicationCredentials")) {
      return Optional.of(new Need(Need.Kind.PASSWORD, ""));
    }
    if (access instanceof JavaFieldAccess field
        && field.getTarget().getRawType().isEquivalentTo(CallMicroversion.class)
        && field.getAccessType() == JavaFieldAccess.AccessType.GET) {
      return Optional.of(microversion(field.getTarget().resolveMember().orElseThrow().reflect()));
    }
    if (owner.isEquivalentTo(Project.class)
        && access.getTarget() instanceof CodeUnitAccessTarget target) {
      return service(target.getRawReturnType()).map(it -> new Need(Need.Kind.SERVICE, it));
    }
    return Optional.empty();
  }

  /** Returns whether a login is by the configured password of somebody who is logged in. */
  private static boolean isOfTheUser(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(PasswordLogin.class)
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && !target.getName().equals("configured")
        && target.getRawParameterTypes().stream()
            .anyMatch(it -> it.isEquivalentTo(Credentials.class));
  }

  private static Need microversion(Field constant) {
    constant.setAccessible(true);
    try {
      CallMicroversion version = (CallMicroversion) constant.get(null);
      return new Need(Need.Kind.MICROVERSION, version.service() + " " + version.number());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(constant + " cannot be read", e);
    }
  }

  private static boolean isConstant(Enum<?>[] constants, String name) {
    return Arrays.stream(constants).anyMatch(it -> it.name().equals(name));
  }

  /** A need is called as the fact is, without the part of it that is asked for. */
  private static Need chosen(String fact) {
    return new Need(Need.Kind.valueOf(fact.replaceFirst("_(NAME|SECONDS)$", "")), "");
  }

  /** Returns whether a method asks only for facts that it can do without. */
  private static boolean doesWithout(JavaCodeUnit unit) {
    List<String> asked =
        Stream.concat(
                unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
            .filter(it -> it.getTargetOwner().isEquivalentTo(Cloud.class))
            .map(it -> it.getTarget().getName())
            .toList();
    return asked.contains("knownFact") && !asked.contains("fact");
  }

  /** Returns whether a method makes volumes only where servers boot from them, as the plan says. */
  private static boolean looksAtTheRoot(JavaCodeUnit unit) {
    return unit.getCallsFromSelf().stream()
        .anyMatch(it -> it.getTarget().getName().equals("areOnVolumes"));
  }

  /** The type of the service whose client it is; empty if it is no client. */
  private static Optional<String> service(JavaClass client) {
    return Arrays.stream(Service.values())
        .map(Service::word)
        .filter(
            it ->
                (client.getPackageName() + ".")
                    .startsWith("org.defcore.client." + it.replace("-", "") + "."))
        .findFirst();
  }

  /** The code of the suite that an access runs, with all overriding methods. */
  private static Stream<JavaCodeUnit> reached(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    Stream<JavaCodeUnit> called =
        access
            .getTarget()
            .resolveMember()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .stream()
            .flatMap(
                it ->
                    it instanceof JavaMethod method
                        ? Stream.concat(Stream.of(it), overriding(method))
                        : Stream.concat(Stream.of(it), calledByOthers(it.getOwner())));
    Optional<JavaStaticInitializer> initializer = owner.getStaticInitializer();
    return Stream.concat(called, initializer.stream()).filter(it -> isOurs(it.getOwner()));
  }

  private static Stream<JavaCodeUnit> overriding(JavaMethod method) {
    return method.getOwner().getAllSubclasses().stream().flatMap(it -> same(it, method).stream());
  }

  /** The methods that those can call who know only a type that the class extends. */
  private static Stream<JavaCodeUnit> calledByOthers(JavaClass type) {
    if (!isOurs(type)) {
      return Stream.empty();
    }
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .filter(it -> !isOurs(it))
        .flatMap(it -> it.getMethods().stream())
        .flatMap(it -> same(type, it).stream());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(SUITE)
        || type.getPackageName().startsWith(CLIENT)
        || type.isEquivalentTo(Provisioner.class);
  }

  private static Optional<JavaCodeUnit> same(JavaClass type, JavaMethod method) {
    return type.tryGetCodeUnitWithParameterTypeNames(
        method.getName(), method.getRawParameterTypes().stream().map(JavaClass::getName).toList());
  }
}
