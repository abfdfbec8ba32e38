/**
 * Finds out whether the system catalogs show all that their files hold, by amcheck or by comparing scans.
 */
@NullMarked
package io.github.cleanstaletypes.internal.catalog.integrity;

import org.jspecify.annotations.NullMarked;
