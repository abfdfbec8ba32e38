/** Writes and runs the statements that give a database its form; the server quotes each name. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.form.ddl;

import org.jspecify.annotations.NullMarked;
