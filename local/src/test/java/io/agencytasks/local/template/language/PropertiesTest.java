package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.thingWithValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {

  @Test
  void values_are_read_in_the_form_that_is_asked_for() {
    assertThat(value("7").number("Value", 1, 10)).isEqualTo(7);
    assertThat(value("7").seconds("Value", 1, 10, 5)).isEqualTo(Duration.ofSeconds(7));
    assertThat(value("true").flag("Value")).isTrue();
    assertThat(value("[a, b]").texts("Value")).containsExactly("a", "b");
    assertThat(value("{ a: b }").textsByName("Value")).isEqualTo(Map.of("a", "b"));
    assertThat(value("{ a: b }").names("Value")).containsExactly("a");
  }

  @Test
  void what_is_not_given_has_its_default() {
    var none = value("!Ref AWS::NoValue");

    assertThat(none.number("Value", 1, 10, 5)).isEqualTo(5);
    assertThat(none.seconds("Value", 1, 10, 5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(none.flag("Value")).isFalse();
    assertThat(none.texts("Value")).isEmpty();
    assertThat(none.textsByName("Value")).isEmpty();
    assertThat(none.names("Value")).isEmpty();
    assertThat(none.findNested("Value", Set.of())).isEmpty();
    assertThat(none.events("Value")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "5.5", "-5", "1h", "99999999999", "''"})
  void a_number_outside_its_limits_is_refused(String number) {
    assertThat(thingWithValue(number).refusal(it -> it.properties("Value").number("Value", 1, 10)))
        .isEqualTo(
            "template.yaml, line 5: Thing.Value must be a whole number from 1 to 10, not '"
                + number.replace("'", "")
                + "'.");
  }

  @Test
  void another_form_than_the_one_asked_for_is_refused() {
    assertThat(thingWithValue("yes").refusal(it -> it.properties("Value").flag("Value")))
        .isEqualTo("template.yaml, line 5: Thing.Value must be true or false.");
    assertThat(thingWithValue("[a]").refusal(TemplateText::value))
        .isEqualTo("template.yaml, line 5: Thing.Value must be a single value.");
    assertThat(thingWithValue("a").refusal(TemplateText::values))
        .isEqualTo("template.yaml, line 5: Thing.Value must be a list.");
    assertThat(thingWithValue("[[a]]").refusal(TemplateText::values))
        .isEqualTo("template.yaml, line 5: An item of Thing.Value must be a single value.");
    assertThat(thingWithValue("{ a: [] }").refusal(it -> value(it).textsByName("Value")))
        .isEqualTo("template.yaml, line 5: Thing.Value.a must be a single value.");
    assertThat(thingWithValue("a").refusal(it -> value(it).nested("Value", Set.of())))
        .isEqualTo("template.yaml, line 5: Thing.Value must have names with values.");
  }

  @Test
  void what_must_be_there_is_missed_by_name() {
    var none = thingWithValue("!Ref AWS::NoValue");

    assertThat(none.refusal())
        .isEqualTo("template.yaml, line 3: Thing: the property Value is missing.");
    assertThat(none.refusal(it -> value(it).number("Value", 1, 2))).isEqualTo(none.refusal());
    assertThat(none.refusal(it -> value(it).nested("Value", Set.of()))).isEqualTo(none.refusal());
  }

  @Test
  void a_property_that_is_not_understood_is_refused_at_any_depth() {
    assertThat(thingWithValue("a").refusal(it -> it.properties("Another")))
        .isEqualTo("template.yaml, line 5: Thing: the property Value is not understood.");
    assertThat(thingWithValue("{ a: b }").refusal(it -> value(it).nested("Value", Set.of("b"))))
        .isEqualTo("template.yaml, line 5: Thing.Value: the property a is not understood.");
  }

  @Test
  void an_inner_value_is_resolved_only_when_it_is_asked_for() {
    var text = thingWithValue("{ read: !Ref Other, unread: !Ref Alarm }");
    var inner = value(text).nested("Value", Set.of("read", "unread"));

    assertThat(inner.text("read")).isEqualTo("name-of-Other");
    assertThat(text.refusal(it -> inner.text("unread")))
        .startsWith("template.yaml, line 5: Alarm has no name on a laptop");
  }

  @Test
  void an_event_has_a_type_and_properties() {
    var event = value("{ Ring: { Type: Bell, Properties: { Loud: true } } }").events("Value");

    assertThat(event)
        .extracting(Resource::name, Resource::type)
        .containsExactly(tuple("Thing.Value.Ring", "Bell"));
    assertThat(event.getFirst().properties(Set.of("Loud")).flag("Loud")).isTrue();
    assertThat(
            thingWithValue("{ Ring: { Type: Bell, Condition: Yes } }")
                .refusal(it -> value(it).events("Value")))
        .isEqualTo(
            "template.yaml, line 5: Thing.Value.Ring: the attribute Condition is not understood.");
  }

  private static Properties value(String yaml) {
    return value(thingWithValue(yaml));
  }

  private static Properties value(TemplateText text) {
    return text.properties("Value");
  }
}
