package io.agencytasks.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
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
  private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z]+)");

  private final TheStore store = TheStore.emptied();

  static Stream<JavaClass> stores() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.agencytasks.functions.store")
            .stream()
            .filter(store -> store.tryGetField("SQL").isPresent());
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_statement_is_prepared_by_postgres(JavaClass type)
      throws SQLException, IllegalAccessException {
    var sql = sqlOf(type.getField("SQL"));
    try (var connection = store.application().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("prepare checked as " + numbered(sql));
      statement.execute("deallocate checked");
    }
    assertThat(sql).doesNotContainPattern("\\{[a-z]").doesNotContain(";");
  }

  private static String sqlOf(JavaField constant) throws IllegalAccessException {
    var field = constant.reflect();
    field.setAccessible(true);
    return (String) field.get(null);
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
