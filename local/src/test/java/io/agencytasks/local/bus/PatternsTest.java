package io.agencytasks.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as EventBridge's documentation explains them, on an event as its. */
class PatternsTest {
  private static final String EVENT =
      """
      {
        "version": "0",
        "id": "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
        "detail-type": "EC2 Instance State-change Notification",
        "source": "aws.ec2",
        "account": "111122223333",
        "time": "2017-12-22T18:43:48Z",
        "region": "us-west-1",
        "resources": ["arn:aws:ec2:us-west-1:123456789012:instance/i-1234567890abcdef0"],
        "detail": {
          "instance-id": "i-1234567890abcdef0",
          "state": "terminated",
          "file": "picture.png",
          "c-count": 5,
          "d-count": 3,
          "x-limit": 3.018e2,
          "source-ip": "10.0.0.34",
          "nothing": null,
          "empty": ""
        }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # what is named must be there; each list is an or, several names are an and
          {"source": ["aws.ec2"]}                                                  | true
          {"source": ["aws.ec3"]}                                                  | false
          {"source": ["aws.fargate", "aws.ec2"]}                                   | true
          {"source": ["aws.ec2"], "detail": {"state": ["terminated"]}}             | true
          {"source": ["aws.ec2"], "detail": {"state": ["running"]}}                | false
          {"detail": {"nothing": [null]}}                                          | true
          {"detail": {"empty": [""]}}                                              | true
          {"detail": {"c-count": [5]}}                                             | true
          {"detail": {"c-count": ["5"]}}                                           | false
          # prefix and suffix
          {"time": [{"prefix": "2017-12-22"}]}                                     | true
          {"region": [{"prefix": "eu-"}]}                                          | false
          {"source": [{"prefix": {"equals-ignore-case": "AWS."}}]}                 | true
          {"detail": {"file": [{"suffix": ".png"}]}}                               | true
          {"detail": {"file": [{"suffix": ".jpg"}]}}                               | false
          # anything but
          {"detail": {"state": [{"anything-but": "initializing"}]}}                | true
          {"detail": {"state": [{"anything-but": ["stopped", "terminated"]}]}}     | false
          {"detail": {"c-count": [{"anything-but": [100, 200]}]}}                  | true
          {"detail": {"state": [{"anything-but": {"prefix": "term"}}]}}            | false
          {"detail": {"file": [{"anything-but": {"suffix": ".txt"}}]}}             | true
          # numbers
          {"detail": {"c-count": [{"numeric": [">", 0, "<=", 5]}]}}                | true
          {"detail": {"d-count": [{"numeric": ["<", 3]}]}}                         | false
          {"detail": {"x-limit": [{"numeric": ["=", 301.8]}]}}                     | true
          # addresses
          {"detail": {"source-ip": [{"cidr": "10.0.0.0/24"}]}}                     | true
          {"detail": {"source-ip": [{"cidr": "10.0.1.0/24"}]}}                     | false
          # existence
          {"detail": {"state": [{"exists": true}]}}                                | true
          {"detail": {"c-count": [{"exists": false}]}}                             | false
          {"detail": {"e-count": [{"exists": false}]}}                             | true
          # without regard to case, and with wildcards
          {"detail-type": [{"equals-ignore-case": "ec2 instance state-change notification"}]} | true
          {"resources": [{"wildcard": "arn:aws:ec2:*:instance/*"}]}                | true
          {"resources": [{"wildcard": "arn:aws:s3:*"}]}                            | false
          # one of several fields
          {"detail": {"$or": [{"c-count": [{"numeric": [">", 9]}]}, {"d-count": [{"numeric": ["<", 9]}]}]}} | true
          {"detail": {"$or": [{"c-count": [{"numeric": [">", 9]}]}, {"x-limit": [1]}]}} | false
          {"source": ["aws.ec2"], "$or": [{"region": ["eu-west-1"]}, {"detail": {"state": ["terminated"]}}]} | true
          """)
  void a_pattern_matches_as_documented(String pattern, boolean matches) throws Exception {
    var bus = new EventBus("Bus");
    bus.listen("Listener", new BusRule("Rule", "Bus", pattern, true));

    assertThat(bus.publish(new ObjectMapper().readTree(EVENT)).contains("Listener"))
        .isEqualTo(matches);
  }
}
