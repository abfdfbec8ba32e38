/** The JUnit extension, run by JUnit on classes that a user could have written, against real servers. */
@NullMarked
package io.github.cleanstaletypes.junit;

import org.jspecify.annotations.NullMarked;
