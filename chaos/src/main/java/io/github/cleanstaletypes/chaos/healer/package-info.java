/** Those who are asked to heal: the product in each of its forms, nobody, and folklore. */
@NullMarked
package io.github.cleanstaletypes.chaos.healer;

import org.jspecify.annotations.NullMarked;
