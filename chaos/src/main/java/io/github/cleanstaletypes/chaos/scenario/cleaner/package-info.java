/** Scenarios in which the product itself comes to grief, or works beside somebody else. */
@NullMarked
package io.github.cleanstaletypes.chaos.scenario.cleaner;

import org.jspecify.annotations.NullMarked;
