@NullMarked
package io.github.cleanstaletypes.internal.reset;

import org.jspecify.annotations.NullMarked;
