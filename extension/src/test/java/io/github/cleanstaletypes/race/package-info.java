/**
 * What happens when others are at work in the database at the same time: each test runs real sessions on a real server, and waits only
 * for what the server shows.
 *
 * <p>The system property {@code race.rounds} sets how many rounds the long tests run, 80 without it; with more they spare nothing.
 */
@NullMarked
package io.github.cleanstaletypes.race;

import org.jspecify.annotations.NullMarked;
