package io.agencytasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.StackReader;
import io.agencytasks.local.template.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip that is deployed is complete, and so is what the template tells each function. */
class FunctionsZipIT {
  private static final URI NOWHERE = URI.create("http://localhost:9");

  /** What Lambda itself puts into every function's environment, as far as SDK clients look. */
  private static final Map<String, String> BY_LAMBDA =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "key",
          "AWS_SECRET_ACCESS_KEY", "secret");

  private static UnpackedZip zip;

  @BeforeAll
  static void unpack(@TempDir Path folder) throws IOException {
    zip = UnpackedZip.of(Path.of("../functions/target/functions.zip"), folder);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_starts_from_the_zip_alone(Stack.Function function) throws Exception {
    var environment = new HashMap<>(BY_LAMBDA);
    environment.putAll(function.environment());

    assertThat(zip.construct(function.handler(), environment))
        .endsWith("constructed " + function.handler() + "\n");
  }

  static Stream<Named<Stack.Function>> functions() {
    var here = new Surroundings("eu-west-1", "000000000000", "zip", NOWHERE, NOWHERE, NOWHERE);
    return StackReader.read(Path.of("../template.yaml"), Map.of(), here).functions().stream()
        .map(function -> Named.of(function.name(), function));
  }
}
