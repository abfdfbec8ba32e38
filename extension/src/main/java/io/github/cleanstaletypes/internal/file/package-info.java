/**
 * Reads the files that people name: only what is a plain file and not too large, so that none of them hangs or crashes a program.
 */
@NullMarked
package io.github.cleanstaletypes.internal.file;

import org.jspecify.annotations.NullMarked;
