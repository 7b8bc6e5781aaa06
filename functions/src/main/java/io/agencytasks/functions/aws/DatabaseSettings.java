package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/** Which database, and the secret that opens it. */
@ConfigurationProperties("database")
record DatabaseSettings(String clusterArn, String secretArn, String name) {}
