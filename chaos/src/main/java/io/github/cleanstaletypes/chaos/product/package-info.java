/** The product as users have it: runs the jar of the command line and reads what it prints; knows nothing but its contract. */
@NullMarked
package io.github.cleanstaletypes.chaos.product;

import org.jspecify.annotations.NullMarked;
