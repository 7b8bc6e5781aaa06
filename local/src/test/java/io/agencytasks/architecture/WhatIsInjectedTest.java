package io.agencytasks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Time, chance and the environment come in through constructors, so that tests can decide them.
 * {@link System#nanoTime} is free: it measures, and tells nobody what time it is.
 */
@AnalyzeClasses(packages = "io.agencytasks", importOptions = OwnClasses.class)
final class WhatIsInjectedTest {

  /** Who may ask the machine itself, and why: a class, and its reason. */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "io.agencytasks.functions.wiring.Surroundings", "It makes what is injected.",
          "io.agencytasks.browser.Program", "It looks for a program on the machine's PATH.");

  private static final Set<String> CHANCE =
      Set.of(
          "java.lang.Math.random",
          "java.security.SecureRandom.<init>",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  private static final Set<String> ENVIRONMENT =
      Set.of(
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.System.getenv");

  private static final Set<String> TIME =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>");

  private static final DescribedPredicate<JavaAccess<?>> ASKS_CHANCE =
      describe("rolls dice", access -> CHANCE.contains(target(access)));

  private static final DescribedPredicate<JavaAccess<?>> ASKS_ENVIRONMENT =
      describe("reads the environment", access -> ENVIRONMENT.contains(target(access)));

  private static final DescribedPredicate<JavaAccess<?>> ASKS_TIME =
      describe(
          "looks at the machine's clock",
          access -> TIME.contains(target(access)) || isNowWithoutClock(access));

  @ArchTest static final ArchRule time_is_injected = nobodyDeployed(ASKS_TIME);
  @ArchTest static final ArchRule chance_is_injected = nobodyDeployed(ASKS_CHANCE);
  @ArchTest static final ArchRule configuration_is_injected = nobodyDeployed(ASKS_ENVIRONMENT);

  @ArchTest
  static void every_exemption_is_still_needed(JavaClasses classes) {
    var asks = ASKS_TIME.or(ASKS_CHANCE).or(ASKS_ENVIRONMENT);
    assertThat(EXEMPT.keySet())
        .allSatisfy(exempt -> assertThat(classes.get(exempt).getAccessesFromSelf()).anyMatch(asks));
  }

  private static ArchRule nobodyDeployed(DescribedPredicate<JavaAccess<?>> asks) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "io.agencytasks.domain..", "io.agencytasks.functions..", "io.agencytasks.browser..")
        .and(describe("are not exempt", type -> !EXEMPT.containsKey(type.getName())))
        .should()
        .accessTargetWhere(asks);
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static boolean isNowWithoutClock(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getTarget().getName().equals("now")
        && !takesClock(access);
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
