package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import okhttp3.Call;
import okhttp3.Response;
import okio.ByteString;

/**
 * One request and its answer. It runs on a thread of its own, so that neither a name server nor a
 * socket can keep the caller beyond its time or from hearing an interrupt.
 */
final class Exchange {
  private final Call call;
  private final IntPredicate reads;

  Exchange(Call call, IntPredicate reads) {
    this.call = call;
    this.reads = reads;
  }

  Answer await(Duration timeout) throws IOException, TimeoutException, InterruptedException {
    var answer = new FutureTask<>(this::execute);
    Thread.startVirtualThread(answer);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Answer execute() throws IOException {
    try (Response response = call.execute()) {
      if (!reads.test(response.code())) {
        return stopped(response, ByteString.EMPTY);
      }
      var body = ByteString.of(response.body().byteStream().readNBytes(Answer.MAX_BODY_BYTES + 1));
      return body.size() > Answer.MAX_BODY_BYTES
          ? stopped(response, body.substring(0, Answer.MAX_BODY_BYTES))
          : new Answer(response.code(), response.headers(), body, true);
    }
  }

  /** Hangs up: closing alone would read on for a while, to keep the connection. */
  private Answer stopped(Response response, ByteString body) {
    call.cancel();
    return new Answer(response.code(), response.headers(), body, false);
  }
}
