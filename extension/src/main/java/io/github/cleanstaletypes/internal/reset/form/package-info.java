/** What a database is apart from its content: reads it, says what of it this role cannot carry over, and gives it to a new database. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.form;

import org.jspecify.annotations.NullMarked;
