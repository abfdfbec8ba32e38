/** What a guard tells: while it runs, and how it ended. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.report;

import org.jspecify.annotations.NullMarked;
