/**
 * Puts into words what migration tools say in their own tables: who may be at work, and what the tool offers to go on.
 */
@NullMarked
package io.github.cleanstaletypes.internal.finding.tool;

import org.jspecify.annotations.NullMarked;
