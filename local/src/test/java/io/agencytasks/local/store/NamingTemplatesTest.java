package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.domain.template.NewTemplate;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.template.TemplateName;
import io.agencytasks.domain.template.TemplatePatch;
import io.agencytasks.domain.template.UpdateTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A user has one template of a name, however many come at once. */
class NamingTemplatesTest {
  private final TheStore store = TheStore.emptied();

  @RepeatedTest(5)
  void of_twenty_that_are_made_at_once_under_one_name_one_is_kept() {
    var savings = AtOnce.times(20, () -> create(ALICE, "Report"));

    assertOneSaved(savings);
    assertThat(templates()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void of_ten_that_are_renamed_at_once_to_one_name_one_is() {
    var ids = IntStream.range(0, 10).mapToObj(n -> idOf(create(ALICE, "Report " + n))).toList();

    var savings =
        AtOnce.all(ids.stream().<Callable<Saving>>map(id -> () -> rename(id, "REPORT")).toList());

    assertOneSaved(savings);
    assertThat(store.count("select count(*) from task_templates where name = 'REPORT'"))
        .isEqualTo(1);
  }

  @Test
  void case_makes_no_difference_and_each_user_has_names_of_their_own() {
    create(ALICE, "\u00c4pfel");

    assertThat(create(ALICE, "\u00e4PFEL")).isEqualTo(new Saving.NameTaken());
    assertThat(create(BOB, "\u00c4pfel")).isInstanceOf(Saving.Saved.class);
  }

  @Test
  void a_template_may_keep_its_own_name_in_another_case() {
    var id = idOf(create(ALICE, "report"));

    assertThat(rename(id, "Report")).isInstanceOf(Saving.Saved.class);
  }

  private void assertOneSaved(List<Saving> savings) {
    assertThat(savings).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
    assertThat(savings)
        .filteredOn(saving -> !(saving instanceof Saving.Saved))
        .containsOnly(new Saving.NameTaken());
  }

  private Saving create(Owner owner, String name) {
    var template = new NewTemplate(new TemplateName(name), null, TaskPatch.NOTHING, null);
    return store
        .port(CreateTemplate.Store.class)
        .create(owner, template, new CheckedTask(TaskPatch.NOTHING, null), null, Map.of());
  }

  private Saving rename(TemplateId id, String name) {
    var patch =
        new TemplatePatch(
            new Patch.Set<>(new TemplateName(name)),
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new Patch.Keep<>());
    return store
        .port(UpdateTemplate.Store.class)
        .update(ALICE, id, IfMatch.ANY, patch, new Patch.Keep<>(), null, Map.of());
  }

  private static TemplateId idOf(Saving saving) {
    return ((Saving.Saved) saving).template().id();
  }

  private long templates() {
    return store.count("select count(*) from task_templates");
  }
}
