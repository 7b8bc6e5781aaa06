package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.template.Stack.Topic;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import io.agencytasks.local.template.language.TemplateRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that subscribes to a topic: our sweep, were it one. */
class SubscriptionsTest {
  private static final String ARN = "arn:aws:sns:eu-west-1:000000000000:Letters";
  private static final String LETTERS =
      """
        Letters:
          Type: AWS::SNS::Topic
          Properties:
            TopicName: !Sub '${AWS::StackName}-letters'

        LettersPolicy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Letters]
            PolicyDocument: { Version: '2012-10-17', Statement: [] }

        Sweep:
      """;
  private static final String SUBSCRIPTION =
      """
      Letter:
                Type: SNS
                Properties:
                  Topic: !Ref Letters
              EveryMinute:
      """
          .strip();

  @TempDir Path folder;

  @Test
  void a_subscription_names_its_topic_by_the_arn() {
    var stack = read(SUBSCRIPTION);

    assertThat(stack.topics()).contains(new Topic("Letters", ARN));
    assertThat(sweep(stack).triggers().getFirst())
        .isEqualTo(new TopicMessages("Sweep.Events.Letter", ARN));
  }

  @Test
  void what_is_no_topic_here_is_refused() {
    assertThatThrownBy(() -> read(SUBSCRIPTION.replace("!Ref Letters", ARN + "s")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageContaining("Sweep.Events.Letter.Topic is no topic of this template.");
    assertThatThrownBy(
            () -> read(SUBSCRIPTION.replace("Topic:", "FilterPolicy: {}\n            Topic:")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageContaining("the property FilterPolicy is not understood.");
  }

  private Stack read(String event) {
    var text =
        OurTemplate.with("EveryMinute:", event).text().replace("\n\n  Sweep:\n", "\n\n" + LETTERS);
    return new OurTemplate(text, 0).readIn(folder);
  }

  private static Stack.Function sweep(Stack stack) {
    return stack.functions().stream()
        .filter(function -> function.name().equals("Sweep"))
        .findFirst()
        .orElseThrow();
  }
}
