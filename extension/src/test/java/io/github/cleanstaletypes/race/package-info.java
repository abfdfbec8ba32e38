/**
 * What happens when others are at work in the database at the same time: each test runs real sessions on a real server, and waits only
 * for what the server shows.
 */
@NullMarked
package io.github.cleanstaletypes.race;

import org.jspecify.annotations.NullMarked;
