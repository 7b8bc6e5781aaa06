package io.agencytasks.local.secretsmanager;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All secrets, in memory and on disk: what a call has answered outlives any stop. */
final class KeptSecrets {
  private static final int ARN_SUFFIX = 6;

  private final SecretFiles files;
  private final String arnPrefix;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final SortedMap<String, Secret> byName = new TreeMap<>();

  /**
   * Those that the files hold.
   *
   * @param arnPrefix what every ARN begins with, up to the name
   * @param ids make the ends of ARNs
   */
  KeptSecrets(SecretFiles files, String arnPrefix, Clock clock, Supplier<UUID> ids) {
    this.files = files;
    this.arnPrefix = arnPrefix;
    this.clock = clock;
    this.ids = ids;
    files.readAll().forEach(secret -> byName.put(secret.name(), secret));
  }

  /** By its name or its ARN. */
  synchronized Optional<Secret> find(String id) {
    return id.startsWith(arnPrefix)
        ? byName.values().stream().filter(secret -> secret.arn().equals(id)).findAny()
        : Optional.ofNullable(byName.get(id));
  }

  /** Makes it; a repeat of the call that made it finds it made. */
  synchronized Secret create(String name, String token, String value) {
    Secret there = byName.get(name);
    if (there == null) {
      var now = clock.instant();
      String suffix = ids.get().toString().substring(0, ARN_SUFFIX);
      return keep(new Secret(name, arnPrefix + name + "-" + suffix, token, value, now, now));
    }
    if (there.version().equals(token) && there.value().equals(value)) {
      return there;
    }
    throw Refusal.exists(name);
  }

  /** Gives it another value; a repeat of the call changes nothing. */
  synchronized Secret put(String id, String token, String value) {
    Secret there = find(id).orElseThrow(Refusal::notFound);
    if (!there.version().equals(token)) {
      return keep(there.with(token, value, clock.instant()));
    }
    if (there.value().equals(value)) {
      return there;
    }
    throw Refusal.tokenInUse(token, there.name());
  }

  /** Deletes it; nothing happens where there is none. */
  synchronized Optional<Secret> delete(String id) {
    Optional<Secret> found = find(id);
    found.ifPresent(
        secret -> {
          files.delete(secret.name());
          byName.remove(secret.name());
        });
    return found;
  }

  /** Those whose names come after one and begin with one of these, by name. */
  synchronized List<Secret> list(String after, List<String> prefixes, int atMost) {
    Stream<Secret> later = byName.tailMap(after + "\0").values().stream();
    return later
        .filter(secret -> prefixes.stream().anyMatch(secret.name()::startsWith))
        .limit(atMost)
        .toList();
  }

  private Secret keep(Secret secret) {
    files.write(secret);
    byName.put(secret.name(), secret);
    return secret;
  }
}
