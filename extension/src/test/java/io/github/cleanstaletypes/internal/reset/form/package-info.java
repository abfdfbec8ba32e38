@NullMarked
package io.github.cleanstaletypes.internal.reset.form;

import org.jspecify.annotations.NullMarked;
