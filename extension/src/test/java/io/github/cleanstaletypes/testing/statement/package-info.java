/** What the program's statements are called, and what servers were sent of them. */
@NullMarked
package io.github.cleanstaletypes.testing.statement;

import org.jspecify.annotations.NullMarked;
