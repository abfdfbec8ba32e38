/** A guard's sessions: the one that holds the lock, those of its predecessors, and those that look into the database. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.session;

import org.jspecify.annotations.NullMarked;
