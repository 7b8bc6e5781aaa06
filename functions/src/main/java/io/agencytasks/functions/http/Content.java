package io.agencytasks.functions.http;

/**
 * A body that is sent as it is, rather than made into JSON.
 *
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out: never compared, never changed
record Content(String type, byte[] bytes) {}
