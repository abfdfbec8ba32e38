package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.error.Failure;
import java.util.Optional;

/**
 * How one run of what is guarded has ended. Immutable.
 *
 * @param status 0 if it has succeeded
 * @param words the same in words, such as {@code exited with 0}
 * @param failure what it said about its failure, if that is an error of this family
 * @param unread whether what it said was not read
 * @param gone whether it is known that nothing of it is at work any more
 */
record Ended(int status, String words, Optional<Failure> failure, boolean unread, boolean gone) {}
