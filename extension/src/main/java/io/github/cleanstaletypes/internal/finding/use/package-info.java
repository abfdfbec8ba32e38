/**
 * Answers what uses a type: what depends on it, and which function bodies mention it by a name that could be its own.
 */
@NullMarked
package io.github.cleanstaletypes.internal.finding.use;

import org.jspecify.annotations.NullMarked;
