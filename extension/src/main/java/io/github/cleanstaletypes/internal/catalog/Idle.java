package io.github.cleanstaletypes.internal.catalog;

import java.time.Duration;

/**
 * A session that is {@code idle in transaction}. The two moments, as the server prints them, tell it from the same session after its next
 * statement, and from a later session with the same pid.
 *
 * @param backendStart {@code pg_stat_activity.backend_start}
 * @param since {@code pg_stat_activity.state_change}
 * @param length how long it was idle when it was looked at
 */
public record Idle(String backendStart, String since, Duration length) {}
