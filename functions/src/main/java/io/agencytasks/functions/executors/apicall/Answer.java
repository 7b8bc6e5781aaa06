package io.agencytasks.functions.executors.apicall;

import okhttp3.Headers;
import okio.ByteString;

/**
 * What a server answered.
 *
 * @param body the first bytes, decompressed; empty where the status was not expected
 * @param whole whether that is all there was
 */
record Answer(int status, Headers headers, ByteString body, boolean whole) {}
