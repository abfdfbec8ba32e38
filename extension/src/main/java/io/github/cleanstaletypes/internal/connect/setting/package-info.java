/**
 * Settings of a connection, one at a time: where they come from, and what they mean to the driver.
 */
@NullMarked
package io.github.cleanstaletypes.internal.connect.setting;

import org.jspecify.annotations.NullMarked;
