package io.agencytasks.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.requirements.TaggedTests.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RequirementsTest {
  private static final Path PAGE = Path.of("..", "docs", "requirements.md");

  @Test
  void every_tag_names_a_requirement_that_there_is() {
    assertThat(TaggedTests.all())
        .extracting(Shown::requirement)
        .isNotEmpty()
        .isSubsetOf(RequirementsTable.requirements().keySet());
  }

  @Test
  void the_page_says_what_the_tests_say() throws IOException {
    var page = new RequirementsTable(TaggedTests.all()).markdown();
    if (System.getProperty("requirements.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("write it anew, as it says at its top").hasContent(page);
  }
}
