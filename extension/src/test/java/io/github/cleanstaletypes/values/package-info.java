/** What a server could have told and what could be claimed, built by hand: for tests of the packages that judge and plan, which know values alone. */
@NullMarked
package io.github.cleanstaletypes.values;

import org.jspecify.annotations.NullMarked;
