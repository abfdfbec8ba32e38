/** What URLs are made of. */
@NullMarked
package io.github.cleanstaletypes.internal.connect.url;

import org.jspecify.annotations.NullMarked;
