package io.agencytasks.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement of the functions is one that Postgres understands. */
class PreparedStatementsTest {
  private static final Pattern STATEMENT = Pattern.compile("\\s*(with|insert|update|delete)\\s");
  private static final Pattern BLANK = Pattern.compile("\\{[a-zA-Z]+}");
  private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z]+)");

  private final TheStore store = TheStore.emptied();

  /**
   * What is called SQL, and what else begins as a statement does and has no blanks to be filled in.
   */
  static Stream<JavaField> statements() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.agencytasks.functions.store")
            .stream()
            .flatMap(store -> store.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> field.getRawType().isEquivalentTo(String.class))
            .filter(PreparedStatementsTest::isStatement);
  }

  private static boolean isStatement(JavaField constant) {
    if (constant.getName().equals("SQL")) {
      return true;
    }
    var text = textOf(constant);
    return STATEMENT.matcher(text).lookingAt() && !BLANK.matcher(text).find();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void a_statement_is_prepared_by_postgres(JavaField constant) throws SQLException {
    var sql = textOf(constant);
    try (var connection = store.application().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("prepare checked as " + numbered(sql));
      statement.execute("deallocate checked");
    }
    assertThat(sql).doesNotContainPattern(BLANK).doesNotContain(";");
  }

  private static String textOf(JavaField constant) {
    try {
      var field = constant.reflect();
      field.setAccessible(true);
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same name is the same parameter. */
  private static String numbered(String sql) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    return PARAMETER
        .matcher(sql)
        .replaceAll(
            name -> "\\$" + numbers.computeIfAbsent(name.group(1), it -> numbers.size() + 1));
  }
}
