package io.agencytasks.local.template;

import java.util.Map;

/** The types of resources that a laptop leaves out, each with the reason why nobody misses it. */
final class WithoutCounterpart {
  private static final String ONE_USER = "a laptop has one user, who may do everything";
  private static final String ONE_MACHINE = "all of it runs on one machine";
  private static final String OWN_ISSUER = "the laptop's own issuer gives out the tokens";

  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("AWS::CloudWatch::Alarm", "whoever would be alarmed sits in front of it"),
          Map.entry("AWS::Cognito::UserPool", OWN_ISSUER),
          Map.entry("AWS::Cognito::UserPoolClient", OWN_ISSUER),
          Map.entry("AWS::Cognito::UserPoolDomain", OWN_ISSUER),
          Map.entry("AWS::Cognito::UserPoolResourceServer", OWN_ISSUER),
          Map.entry("AWS::EC2::SecurityGroup", ONE_MACHINE),
          Map.entry("AWS::EC2::Subnet", ONE_MACHINE),
          Map.entry("AWS::EC2::VPC", ONE_MACHINE),
          Map.entry("AWS::IAM::ManagedPolicy", ONE_USER),
          Map.entry("AWS::Logs::LogGroup", "logs go to the terminal"),
          Map.entry("AWS::RDS::DBInstance", "the cluster is a single Postgres"),
          Map.entry("AWS::RDS::DBSubnetGroup", ONE_MACHINE),
          Map.entry("AWS::S3::BucketPolicy", ONE_USER),
          Map.entry("AWS::SNS::TopicPolicy", ONE_USER),
          Map.entry("AWS::Scheduler::ScheduleGroup", "no other stack's schedules are near"));

  private WithoutCounterpart() {}
}
