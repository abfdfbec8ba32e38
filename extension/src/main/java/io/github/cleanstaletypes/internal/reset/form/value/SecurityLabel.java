package io.github.cleanstaletypes.internal.reset.form.value;

/**
 * A security label on a database. Immutable.
 *
 * @param provider who understands it
 * @param label its text
 */
public record SecurityLabel(String provider, String label) {}
