package io.agencytasks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Who does what among all that runs on Lambda: entrances translate, adapters speak to the rest. */
@AnalyzeClasses(packages = "io.agencytasks.functions", importOptions = OwnClasses.class)
final class FunctionsRoomsTest {
  private static final String AWS_SDK = "software.amazon.awssdk..";
  private static final String LAMBDA = "com.amazonaws.services.lambda..";
  private static final String[] ENTRANCES = rooms("http", "inbound", "notify", "queue", "schedule");
  private static final String[] ADAPTERS = rooms("aws", "executors", "outbound", "store");

  @ArchTest
  static final ArchRule an_entrance_asks_a_use_case_never_an_adapter =
      noClasses()
          .that()
          .resideInAnyPackage(ENTRANCES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTERS);

  @ArchTest
  static final ArchRule an_adapter_does_not_know_by_which_entrance_work_came =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENTRANCES);

  @ArchTest
  static final ArchRule only_entrances_know_Lambda =
      noClasses()
          .that()
          .resideOutsideOfPackages(ENTRANCES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(LAMBDA);

  @ArchTest
  static final ArchRule only_the_adapter_speaks_to_AWS =
      noClasses()
          .that()
          .resideOutsideOfPackages(rooms("aws"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(AWS_SDK);

  @ArchTest
  static final ArchRule an_executor_works_without_database_and_queue =
      noClasses()
          .that()
          .resideInAnyPackage(rooms("executors"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(rooms("aws", "store"));

  @ArchTest
  static final ArchRule the_database_is_reached_by_the_Data_API_alone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

  private static String[] rooms(String... names) {
    return Arrays.stream(names)
        .map("io.agencytasks.functions.%s.."::formatted)
        .toArray(String[]::new);
  }
}
