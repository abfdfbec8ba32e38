/**
 * Versions that meet in one deployment: what a former one leaves in a database and in files is understood, and what this one leaves does no
 * harm to a former one. What a former version wrote and sent was captured from its jar.
 */
@NullMarked
package io.github.cleanstaletypes.compatibility;

import org.jspecify.annotations.NullMarked;
