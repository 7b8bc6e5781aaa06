package io.agencytasks.functions.aws;

/**
 * A row of an answer: one JSON text, built by Postgres so that no type is lost on the way.
 *
 * @param kind what it holds, since one statement may answer with several things
 */
public record Row(String kind, String json) {}
