/** The system under test, from outside: processes, servers, databases and sessions, which are started, watched, waited for, and ended. */
@NullMarked
package io.github.cleanstaletypes.chaos.system;

import org.jspecify.annotations.NullMarked;
