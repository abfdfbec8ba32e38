/** The parts of a database's form, as values. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.form.value;

import org.jspecify.annotations.NullMarked;
