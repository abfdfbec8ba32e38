/** What a scenario is: how it breaks a database, what a user then meets, and how it must end. */
@NullMarked
package io.github.cleanstaletypes.chaos.scenario;

import org.jspecify.annotations.NullMarked;
