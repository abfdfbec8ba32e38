/** The servers and databases that are broken and healed. */
@NullMarked
package io.github.cleanstaletypes.chaos.server;

import org.jspecify.annotations.NullMarked;
