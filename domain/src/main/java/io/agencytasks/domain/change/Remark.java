package io.agencytasks.domain.change;

import io.agencytasks.domain.task.Text;

/** Why somebody did something, in their own words: 1 to 1000 characters, not blank (FR-006.2). */
public record Remark(String value) {
  public Remark {
    Text.checkNotBlank(value, 1000);
  }
}
