package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A page, or a row of one, that values are taken of. A place of the other kind has nothing. */
sealed interface Source permits HtmlSource, JsonSource {

  /**
   * What stands at a place, in its order.
   *
   * @param all false for the first alone
   */
  List<JsonNode> values(Place place, boolean all, Effort effort)
      throws InterruptedException, TooMuchException;

  /** What stands at a place as sources of their own. */
  List<? extends Source> rows(Place place, Effort effort)
      throws InterruptedException, TooMuchException;
}
