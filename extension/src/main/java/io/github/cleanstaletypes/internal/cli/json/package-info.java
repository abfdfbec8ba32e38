/**
 * The command line's reports as JSON; names from the database are made harmless.
 */
@NullMarked
package io.github.cleanstaletypes.internal.cli.json;

import org.jspecify.annotations.NullMarked;
