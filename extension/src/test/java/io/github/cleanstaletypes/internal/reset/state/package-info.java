@NullMarked
package io.github.cleanstaletypes.internal.reset.state;

import org.jspecify.annotations.NullMarked;
