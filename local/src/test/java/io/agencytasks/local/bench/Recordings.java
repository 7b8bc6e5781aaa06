package io.agencytasks.local.bench;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.dataapi.RecordedStatement;
import java.util.ArrayList;
import java.util.List;

/** Finds out what each route says to the database: on a cloud of its own, which is not measured. */
record Recordings(ApiClient client, Recorder recorder, Stock stock) {
  private static final int TIMES = 10;

  /** The cloud must not have run a function yet: these find the recorder where the Data API was. */
  static List<Recording> of(LaptopCloud cloud, TaskBodies bodies) throws Exception {
    try (Recorder recorder = new Recorder(cloud.dataApi().uri());
        ApiClient client = new ApiClient(cloud.apiUri(), cloud.token(Benchmark.SUBJECT))) {
      System.setProperty("aws.endpointUrlRdsData", recorder.uri().toString());
      Recordings recordings =
          new Recordings(client, recorder, new Stock(cloud.superuser(), bodies.target()));
      List<Recording> all = new ArrayList<>();
      for (BenchedRoute route : BenchedRoute.all(cloud.stack(), bodies)) {
        all.add(recordings.fewest(route));
      }
      return all;
    }
  }

  /**
   * Nothing but the executor or the sweep, at work beside it, can make a request look like more.
   */
  private Recording fewest(BenchedRoute route) throws Exception {
    Recording fewest = record(route);
    for (int time = 1; time < TIMES; time++) {
      Recording recording = record(route);
      fewest = recording.statements().size() < fewest.statements().size() ? recording : fewest;
    }
    return fewest;
  }

  private Recording record(BenchedRoute route) throws Exception {
    long number = stock.one(route.about()).getAsLong();
    recorder.take();
    var failure = client.failure(route.request(number));
    if (failure.isPresent()) {
      throw new IllegalStateException(route + " cannot be measured: " + failure.get());
    }
    List<RecordedStatement> statements = new ArrayList<>();
    for (byte[] call : recorder.take()) {
      statements.add(RecordedStatement.of(call));
    }
    return new Recording(route, number, statements);
  }
}
