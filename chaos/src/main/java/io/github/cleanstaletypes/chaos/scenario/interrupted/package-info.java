/** Scenarios in which a migration comes to grief: by a rival, a signal, the network, a crash of the server, or a full disk. */
@NullMarked
package io.github.cleanstaletypes.chaos.scenario.interrupted;

import org.jspecify.annotations.NullMarked;
