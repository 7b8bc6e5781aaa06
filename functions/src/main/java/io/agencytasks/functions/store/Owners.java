package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.functions.aws.Statement;

/** Who a statement works for. */
final class Owners {
  /**
   * Finds the owner's row, or makes it at first sight; a claim that changed is taken over. Two
   * first sights at once make one row. Leaves it in {@code owner (id)}.
   */
  static final String MEET =
      """
      known as (
        select id, email, name
        from users
        where subject = :subject
      ),
      met as (
        insert into users (subject, email, name)
        select :subject, cast(:email as varchar), cast(:name as varchar)
        where not exists (
          select from known
          where email is not distinct from coalesce(cast(:email as varchar), email)
            and name is not distinct from coalesce(cast(:name as varchar), name)
        )
        on conflict (subject) do update
        set email = coalesce(excluded.email, users.email),
            name = coalesce(excluded.name, users.name),
            updated_at = now()
        returning id
      ),
      owner as (
        select id from known
        union
        select id from met
      )
      """
          .strip();

  private Owners() {}

  /** Binds what {@link #MEET} asks for. */
  static Statement meet(Statement statement, Owner owner) {
    return statement
        .text("subject", owner.subject())
        .text("email", owner.email())
        .text("name", owner.name());
  }
}
