/** Words and statements that are right in several situations: how a tool is told what has run, where a thing is looked up, what to paste. */
@NullMarked
package io.github.cleanstaletypes.internal.explain.words;

import org.jspecify.annotations.NullMarked;
