/** The process that is guarded: how it is started, what reaches it, and what it writes. Knows no database. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.command;

import org.jspecify.annotations.NullMarked;
