/**
 * Turns the settings that people already have, {@code DATABASE_URL}, libpq's variables and files, {@code POSTGRES_*} and
 * {@code DB_*}, into a data source, and waits until its server answers.
 *
 * <p>It knows JDBC and the driver, and nothing of types. No text that leaves it, neither a message nor a
 * {@code toString()}, holds a password.
 */
@NullMarked
package io.github.cleanstaletypes.internal.connect;

import org.jspecify.annotations.NullMarked;
