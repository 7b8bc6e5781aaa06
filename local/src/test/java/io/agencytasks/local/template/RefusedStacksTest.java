package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.template.language.TemplateRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our template with one thing changed so that it must be refused. Each row says what is replaced by
 * what, how many lines from there the refusal points to, and its sentence.
 */
class RefusedStacksTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # what a laptop does not know at all
          Type: AWS::S3::BucketPolicy | Type: AWS::Kinesis::Stream | -1 | MailPolicy is of type AWS::Kinesis::Stream, which is not understood.
          Type: ScheduleV2 | Type: Kinesis | -1 | Sweep.Events.EveryMinute is of type Kinesis, which is not understood.
          " Name: Sweep⏎" | " Bucket: !Ref Artifacts⏎" | 0 | Sweep.Events.EveryMinute: the property Bucket is not understood.
          OUTBOUND_ALLOW_LOOPBACK: !Ref AllowLoopbackTargets | ARTIFACTS: !Ref ArtifactsPolicy | 0 | ArtifactsPolicy has no name on a laptop, which leaves out AWS::S3::BucketPolicy: a laptop has one user, who may do everything.

          DatabaseInstance: | Spare: { Type: AWS::RDS::DBCluster }⏎  DatabaseInstance: | 0 | Spare is a second AWS::RDS::DBCluster, and a laptop runs one.

          # functions
          Runtime: java25 | Runtime: python3.13 | 0 | CreateTask.Runtime must be java25: a laptop runs no other.
          MemorySize: 1769 | MemorySize: 64 | 0 | CreateTask.MemorySize must be a whole number from 128 to 10240, not '64'.
          Timeout: 300 | Timeout: 901 | 0 | Executor.Timeout must be a whole number from 1 to 900, not '901'.
          Handler: io.agencytasks.functions.http.HealthFunction | Handler: a.B::c | 0 | Health.Handler must be the name of a class, not 'a.B::c'.
          Command: [io.agencytasks.browser.BrowserExecutorFunction] | Command: [a, b] | 0 | BrowserExecutor.ImageConfig.Command must be the one class that handles events.
          Command: [io.agencytasks.browser.BrowserExecutorFunction] | Command: ['a b'] | 0 | BrowserExecutor.ImageConfig.Command must be the name of a class, not 'a b'.
          PackageType: Image | PackageType: Jar | 0 | BrowserExecutor.PackageType must be Zip or Image.
          IgnoreGlobals: [CodeUri, Runtime, SnapStart] | IgnoreGlobals: '*' | 0 | BrowserExecutor.IgnoreGlobals must be a list.
          Handler: io.agencytasks.functions.http.HealthFunction | VpcConfig: {} | 0 | Health: the property VpcConfig is not understood.

          # the API and its routes
          DefaultAuthorizer: Caller | DefaultAuthorizer: Other | 0 | Api.Auth.DefaultAuthorizer is none of the Authorizers.
          Caller: | Caller: {}⏎          Other: | -1 | Api.Auth.Authorizers must hold one authorizer.
          $request.header.Authorization | $request.querystring.token | 0 | Api.Auth.Authorizers.Caller.IdentitySource must be $request.header.Authorization.
          issuer: !If [OwnUserPool, !GetAtt UserPool.ProviderURL, !Ref JwtIssuer] | issuer: example.com | 0 | Api.Auth.Authorizers.Caller.JwtConfiguration.issuer must be a URL, not 'example.com'.
          audience: !If [OwnUserPool, [!Ref UserPoolClient], !Ref JwtAudience] | audience: [] | 0 | Api.Auth.Authorizers.Caller.JwtConfiguration.audience must name at least one.
          DefaultRouteSettings: | CorsConfiguration: | 0 | Api: the property CorsConfiguration is not understood.
          Authorizer: NONE | Authorizer: Other | 0 | Health.Events.Route.Auth.Authorizer is no authorizer of Api.
          ApiId: !Ref Api, Method: POST, Path: /v1/tasks } | ApiId: !Ref Bell, Method: POST, Path: /v1/tasks } | 0 | Nothing that could be meant here is called Bell.
          ApiId: !Ref Api, Method: POST, Path: /v1/tasks } | ApiId: !Ref Doorbells, Method: POST, Path: /v1/tasks } | 0 | CreateTask.Events.Route.ApiId is no HTTP API of this template.
          Method: POST, Path: /v1/tasks } | Method: ANY, Path: /v1/tasks } | 0 | CreateTask.Events.Route.Method must be one of GET, POST and so on, not ANY.
          Path: /v1/health | Path: v1/health | 0 | Health.Events.Route.Path must be like /v1/tasks/{id}, not 'v1/health'.
          Path: /v1/health | Path: '/v1/{rest+}' | 0 | Health.Events.Route.Path must be like /v1/tasks/{id}, not '/v1/{rest+}'.
          Path: /v1/health | Path: '/v1/tasks/{key}' | -2 | Health.Events.Route has the route GET /v1/tasks/{}, which another event has, too.

          # queues
          VisibilityTimeout: 1800 | VisibilityTimeout: 12h | 0 | Doorbells.VisibilityTimeout must be a whole number from 0 to 43200, not '12h'.
          VisibilityTimeout: 1800 | VisibilityTimeout: 43201 | 0 | Doorbells.VisibilityTimeout must be a whole number from 0 to 43200, not '43201'.
          VisibilityTimeout: 1800 | FifoQueue: true | 0 | Doorbells: the property FifoQueue is not understood.
          MessageRetentionPeriod: 86400 | MessageRetentionPeriod: 59 | 0 | Doorbells.MessageRetentionPeriod must be a whole number from 60 to 1209600, not '59'.
          ReceiveMessageWaitTimeSeconds: 20 | ReceiveMessageWaitTimeSeconds: 21 | 0 | Doorbells.ReceiveMessageWaitTimeSeconds must be a whole number from 0 to 20, not '21'.
          ReceiveMessageWaitTimeSeconds: 20 | DelaySeconds: 901 | 0 | Doorbells.DelaySeconds must be a whole number from 0 to 900, not '901'.
          deadLetterTargetArn: !GetAtt DoorbellsDeadLetter.Arn | deadLetterTargetArn: !GetAtt Sweep.Arn | 0 | Doorbells.RedrivePolicy.deadLetterTargetArn is no queue of this template.
          maxReceiveCount: 5 | maxReceiveCount: 0 | 0 | Doorbells.RedrivePolicy.maxReceiveCount must be a whole number from 1 to 1000, not '0'.

          # mail that comes in
          BucketName: !Ref Mail⏎ | BucketName: elsewhere⏎ | 0 | MailRule.Rule.Actions.S3Action.BucketName is no bucket of this template.
          TopicArn: !Ref MailNotices | TopicArn: !Ref Mail | 0 | MailRule.Rule.Actions.S3Action.TopicArn is no topic of this template.
          ScanEnabled: true | ScanEnabled: maybe | 0 | MailRule.Rule.ScanEnabled must be true or false.
          - S3Action: | - BounceAction: | 0 | MailRule.Rule.Actions: the property BounceAction is not understood.
          Actions:⏎ | Actions: []⏎        Spare:⏎ | 1 | MailRule.Rule: the property Spare is not understood.

          # what comes from queues
          Queue: !GetAtt Doorbells.Arn | Queue: !GetAtt Sweep.Arn | 0 | Executor.Events.Doorbell.Queue is no queue of this template.
          Queue: !GetAtt Doorbells.Arn | Queue: !GetAtt DoorbellsDeadLetter.Arn | 0 | Executor.Events.Doorbell.Queue shows its messages again after 30 seconds, before the function's timeout of 300.
          " BatchSize: 10⏎" | " BatchSize: 10001⏎" | 0 | Executor.Events.Doorbell.BatchSize must be a whole number from 1 to 10000, not '10001'.
          " BatchSize: 10⏎" | " BatchSize: 11⏎" | 0 | Executor.Events.Doorbell.BatchSize over 10 needs MaximumBatchingWindowInSeconds of at least 1.
          " BatchSize: 10⏎" | " MaximumBatchingWindowInSeconds: 301⏎" | 0 | Executor.Events.Doorbell.MaximumBatchingWindowInSeconds must be a whole number from 0 to 300, not '301'.
          MaximumConcurrency: !Ref ExecutorConcurrency | MaximumConcurrency: 1 | 0 | Executor.Events.Doorbell.ScalingConfig.MaximumConcurrency must be a whole number from 2 to 1000, not '1'.
          [ReportBatchItemFailures] | [Report] | 0 | Executor.Events.Doorbell.FunctionResponseTypes may hold ReportBatchItemFailures, not Report.

          # schedules
          rate(1 minute) | rate(1 minutes) | 0 | Sweep.Events.EveryMinute.ScheduleExpression must be like rate(1 minute), rate(5 minutes) or cron(0 8 * * ? *), not 'rate(1 minutes)'.
          rate(1 minute) | rate(0 minutes) | 0 | Sweep.Events.EveryMinute.ScheduleExpression must be like rate(1 minute), rate(5 minutes) or cron(0 8 * * ? *), not 'rate(0 minutes)'.
          rate(1 minute) | cron(* * * * *) | 0 | Sweep.Events.EveryMinute.ScheduleExpression must be like rate(1 minute), rate(5 minutes) or cron(0 8 * * ? *), not 'cron(* * * * *)'.
          " Name: Sweep⏎" | " Description: Nameless⏎" | -3 | Sweep.Events.EveryMinute: the property Name is missing.
          GroupName: !Ref Schedules | ScheduleExpressionTimezone: Mars | 0 | Sweep.Events.EveryMinute.ScheduleExpressionTimezone must be a time zone, not 'Mars'.
          GroupName: !Ref Schedules | State: PAUSED | 0 | Sweep.Events.EveryMinute.State must be ENABLED or DISABLED.

          # the database and its secret
          Engine: aurora-postgresql⏎      EngineVersion | Engine: aurora-mysql⏎      EngineVersion | 0 | Database.Engine must be aurora-postgresql.
          EngineVersion: '17.5' | EngineVersion: '16.8' | 0 | Database.EngineVersion must be a 17.x: a laptop runs Postgres 17.
          EnableHttpEndpoint: true | EnableHttpEndpoint: false | 0 | Database.EnableHttpEndpoint must be true: that is the Data API.
          EnableHttpEndpoint: true | EnableIAMDatabaseAuthentication: true | 0 | Database: the property EnableIAMDatabaseAuthentication is not understood.
          GenerateStringKey: password | GenerateStringKey: secret | 0 | DatabaseSecret.GenerateSecretString.GenerateStringKey must be password: the Data API looks there.
          '{"username":"agency_tasks_app"}' | '{"user":"agency_tasks_app"}' | 0 | DatabaseSecret.GenerateSecretString.SecretStringTemplate must have a username.
          '{"username":"agency_tasks_app"}' | '{' | 0 | DatabaseSecret.GenerateSecretString.SecretStringTemplate must be JSON.
          """)
  void what_a_laptop_does_not_understand_is_refused_at_its_line(
      String replaced, String by, int offset, String sentence) {
    var changed = OurTemplate.with(replaced, by);

    assertThatThrownBy(() -> changed.readIn(folder))
        .isInstanceOf(TemplateRefused.class)
        .hasMessage("template.yaml, line " + (changed.line() + offset) + ": " + sentence);
  }
}
