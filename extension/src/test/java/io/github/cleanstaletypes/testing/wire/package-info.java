/** What stands between a client and a real server, and behaves as a network, a proxy or another server does. */
@NullMarked
package io.github.cleanstaletypes.testing.wire;

import org.jspecify.annotations.NullMarked;
