package io.agencytasks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which. */
@AnalyzeClasses(packages = "io.agencytasks", importOptions = OwnClasses.class)
final class RoomsTest {

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      classes()
          .that()
          .resideInAPackage("io.agencytasks.domain..")
          .and()
          .doNotHaveFullyQualifiedName("io.agencytasks.domain.schedule.Cron")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.agencytasks.domain..",
              "java.io",
              "java.lang..",
              "java.math..",
              "java.net",
              "java.nio.charset..",
              "java.nio.file",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule what_is_deployed_does_not_know_the_laptop =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.agencytasks.domain..", "io.agencytasks.functions..", "io.agencytasks.browser..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.agencytasks.local..");

  @ArchTest
  static final ArchRule what_is_in_the_zip_does_not_know_the_browser =
      noClasses()
          .that()
          .resideInAnyPackage("io.agencytasks.domain..", "io.agencytasks.functions..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.agencytasks.browser..", "com.microsoft.playwright..");

  @ArchTest
  static final ArchRule the_laptop_knows_functions_by_their_names_only =
      noClasses()
          .that()
          .resideInAPackage("io.agencytasks.local..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.agencytasks.domain..", "io.agencytasks.functions..", "io.agencytasks.browser..");

  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices().matching("io.agencytasks.(**)").should().beFreeOfCycles();
}
