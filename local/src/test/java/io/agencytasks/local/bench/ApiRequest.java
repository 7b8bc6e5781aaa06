package io.agencytasks.local.bench;

/** A request of the API. */
record ApiRequest(String method, String path, String body) {}
