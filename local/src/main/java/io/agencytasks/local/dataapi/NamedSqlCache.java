package io.agencytasks.local.dataapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the statements parsed last, by their text. */
final class NamedSqlCache {
  private static final int CAPACITY = 512;

  private final Map<String, NamedSql> parsed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NamedSql> eldest) {
          return size() > CAPACITY;
        }
      };

  NamedSql get(String sql) {
    synchronized (parsed) {
      NamedSql known = parsed.get(sql);
      if (known != null) {
        return known;
      }
    }
    NamedSql fresh = NamedSql.parse(sql);
    synchronized (parsed) {
      parsed.put(sql, fresh);
    }
    return fresh;
  }
}
