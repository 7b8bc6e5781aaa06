package io.agencytasks.functions.executors.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of a browser, and what is said where it may not. */
class BrowserConfigTest {
  private static final String GOTO = "{'do':'goto','url':'https://example.com/#top'}";
  private static final String PAUSE = "{'do':'pause','prompt':'Code?'}";

  @Test
  void steps_alone_are_enough() {
    var config = BrowserConfig.decode(json("{'steps':[%s]}".formatted(GOTO))).orElseThrow();

    assertThat(config.steps()).containsExactly(new Step.Goto("https://example.com/#top"));
    assertThat(config.viewport()).isEqualTo(new Viewport(1280, 800));
    assertThat(config.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.stepTimeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.provider()).isEqualTo(new BrowserProvider.Local());
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.RETRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'do':'click','selector':'#a'}",
        "{'do':'fill','selector':'#a','value':''}",
        "{'do':'fill','selector':'#password','secret':{'secretRef':'login'}}",
        "{'do':'select','selector':'#a','value':'x'}",
        "{'do':'check','selector':'#a','checked':false}",
        "{'do':'press','key':'Enter'}",
        "{'do':'press','selector':'#a','key':'Control+a'}",
        "{'do':'upload','selector':'#a','name':'a.txt','text':''}",
        "{'do':'download','selector':'#a','name':'a.csv'}"
      })
  void whoever_acts_is_not_repeated_unasked(String step) {
    assertThat(with(step).onUncertain()).isEqualTo(OnUncertain.ASK);
    assertThat(
            BrowserConfig.decode(
                    json("{'onUncertain':'retry','steps':[%s,%s]}".formatted(GOTO, step)))
                .orElseThrow()
                .onUncertain())
        .isEqualTo(OnUncertain.RETRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'do':'waitFor','selector':'#a'}",
        "{'do':'waitFor','url':'**/done'}",
        "{'do':'waitFor','milliseconds':10000}",
        "{'do':'assertText','text':'x'}",
        "{'do':'assertText','selector':'h1','text':'x'}",
        "{'do':'extract','name':'a','selector':'h1'}",
        "{'do':'extract','name':'a','selector':'h1','as':'all'}",
        "{'do':'extract','name':'a','selector':'h1','as':'html'}",
        "{'do':'extract','name':'a','selector':'h1','as':'attribute','attribute':'href'}",
        "{'do':'screenshot'}",
        "{'do':'screenshot','name':'a','fullPage':true}",
        PAUSE
      })
  void whoever_looks_may_look_twice(String step) {
    assertThat(with(step).onUncertain()).isEqualTo(OnUncertain.RETRY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                       | executionConfig.steps is required
          {'steps':[]}                                             | executionConfig.steps must be an array of 1 to 50 objects
          {'steps':{}}                                             | executionConfig.steps must be an array of 1 to 50 objects
          {'steps':[7]}                                            | executionConfig.steps must be an array of 1 to 50 objects
          {'steps':[{'do':'jump'}]}                                | executionConfig.steps[0].do must be one of goto, click, fill, select, check, press, upload, waitFor, assertText, extract, screenshot, download, pause
          {'steps':[{'do':'click','selector':'a'}]}                | executionConfig.steps[0].do must be goto: the first step opens a page
          {'steps':[{'do':'goto','url':'file:///etc/passwd'}]}     | executionConfig.steps[0].url must be an absolute http or https URL, without blanks
          {'steps':[{'do':'goto','url':'javascript:alert(1)'}]}    | executionConfig.steps[0].url must be an absolute http or https URL, without blanks
          {'steps':[{'do':'goto','url':'https://a:b@c.example'}]}  | executionConfig.steps[0].url must carry no user name or password, since URLs are shown and logged
          {'steps':[{'do':'goto','url':'https://c.example','x':1}]}| executionConfig.steps[0].x is not known for this task type
          """)
  void what_is_wrong_is_said_where_it_is(String config, String faults) {
    assertThat(faults(config)).isEqualTo(faults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'do':'click'}                                            | selector is required
          {'do':'click','selector':''}                              | selector must have 1 to 1,000 characters
          {'do':'fill','selector':'#a'}                             | value is required, or another of value, secret, input
          {'do':'fill','selector':'#a','value':'x','input':true}    | input must be the only one of value, secret, input
          {'do':'fill','selector':'#a','input':true}                | input needs a pause step before it, which asks for the input
          {'do':'fill','selector':'#a','input':false}               | input must be true or left out
          {'do':'fill','selector':'#a','secret':'hunter2'}          | secret must be a reference to a secret: put it with PUT /v1/secrets/{name} and write {"secretRef": "name"}
          {'do':'press','key':'two words'}                          | key must be the name of a key, such as Enter or Control+a
          {'do':'upload','selector':'#a','name':'../x','text':'y'}  | name must have at most 64 letters, digits and marks that a name may have, such as -
          {'do':'upload','selector':'#a','name':'x','download':'y'} | download must be the name of an earlier download step
          {'do':'waitFor'}                                          | selector is required, or another of selector, url, milliseconds
          {'do':'waitFor','milliseconds':10001}                     | milliseconds must be an integer from 1 to 10000
          {'do':'extract','name':'a','selector':'b','as':'pdf'}     | as must be one of text, attribute, html, all
          {'do':'extract','name':'a','selector':'b','as':'attribute'}| attribute is required
          {'do':'screenshot','name':'failure'}                      | name must be another name: it is taken
          {'do':'pause','prompt':'x','deadlineMinutes':0}           | deadlineMinutes must be an integer from 1 to 10080
          """)
  void each_kind_of_step_has_its_own_rules(String step, String fault) {
    assertThat(faults("{'steps':[%s,%s]}".formatted(GOTO, step)))
        .contains("executionConfig.steps[1]." + fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#password",
        "input[type=password]",
        "[name=passwd]",
        "#userPwd",
        "[name=client_secret]",
        "#api-key",
        "#PASSPHRASE",
        "[name=pin]"
      })
  void a_credential_is_filled_by_reference_only(String selector) {
    assertThat(
            faults(
                "{'steps':[%s,{'do':'fill','selector':'%s','value':'hunter2'}]}"
                    .formatted(GOTO, selector)))
        .isEqualTo(
            "executionConfig.steps[1].value must be a reference to a secret: put it with PUT"
                + " /v1/secrets/{name} and write {\"secretRef\": \"name\"} in secret");
  }

  @Test
  void a_task_pauses_once_and_keeps_its_names_apart() {
    assertThat(faults("{'steps':[%s,%s,%s]}".formatted(GOTO, PAUSE, PAUSE)))
        .isEqualTo(
            "executionConfig.steps[2].do must be another step: a task pauses once at the most");
    var extract = "{'do':'extract','name':'a','selector':'b'}";
    assertThat(faults("{'steps':[%s,%s,%s]}".formatted(GOTO, extract, extract)))
        .isEqualTo("executionConfig.steps[2].name must be another name: it is taken");
  }

  @Test
  void there_are_fifty_steps_at_the_most_and_fourteen_files() {
    assertThat(faults("{'steps':[%s]}".formatted(times(51, GOTO))))
        .isEqualTo("executionConfig.steps must be an array of 1 to 50 objects");
    assertThat(faults("{'steps':[%s,%s]}".formatted(GOTO, times(15, "{'do':'screenshot'}"))))
        .isEqualTo("executionConfig.steps must have at most 14 screenshots and downloads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'timeoutSeconds':29                                | timeoutSeconds must be an integer from 30 to 600
          'stepTimeoutSeconds':61                            | stepTimeoutSeconds must be an integer from 1 to 60
          'viewport':{'width':1}                             | viewport.height is required; executionConfig.viewport.width must be an integer from 320 to 3840
          'provider':{'kind':'cloud'}                        | provider.kind must be one of local, cdp, browserbase
          'provider':{'kind':'cdp','url':'wss://a.example'}  | provider.url must be a reference to a secret: put it with PUT /v1/secrets/{name} and write {"secretRef": "name"}
          'provider':{'kind':'browserbase','apiKey':{'secretRef':'k'}} | provider.projectId is required
          'onUncertain':'hope'                               | onUncertain must be one of retry, ask
          """)
  void the_rest_has_bounds(String field, String fault) {
    assertThat(faults("{'steps':[%s],%s}".formatted(GOTO, field)))
        .isEqualTo("executionConfig." + fault);
  }

  private static BrowserConfig with(String step) {
    return BrowserConfig.decode(json("{'steps':[%s,%s]}".formatted(GOTO, step))).orElseThrow();
  }

  private static String faults(String config) {
    return BrowserConfig.decode(json(config)).allFaults().stream()
        .map(BrowserConfigTest::sentence)
        .collect(Collectors.joining("; "));
  }

  private static String sentence(Fault fault) {
    return fault.field() + " " + fault.message();
  }

  private static String times(int count, String step) {
    return String.join(",", Collections.nCopies(count, step));
  }

  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
