package io.agencytasks.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Names say what a thing is, and packages what may be null in them: nothing. */
@AnalyzeClasses(packages = "io.agencytasks", importOptions = OwnClasses.class)
final class NamesTest {

  @ArchTest
  static final ArchRule a_name_says_what_the_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
          .because("such a name says only that something was left over");

  @ArchTest
  static final ArchRule a_package_says_what_is_in_it =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..", "..helper..", "..misc..", "..shared..", "..util..", "..utils..")
          .because("everything could live there, so nobody would find it");

  @ArchTest
  static final ArchRule no_package_lets_null_in =
      classes()
          .should(
              be(
                  DescribedPredicate.<JavaClass>describe(
                      "in a package that its package-info declares @NullMarked",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}
