package io.agencytasks.domain.sweep;

import java.util.List;
import java.util.Map;

/**
 * What one sweep did.
 *
 * @param counts how many, by the word of each part that came through, in the order of the parts
 * @param failed the words of the parts that broke
 */
public record SweepReport(Map<String, Integer> counts, List<String> failed) {}
