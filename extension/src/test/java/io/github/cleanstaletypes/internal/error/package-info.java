/** What drivers and tools print and throw when a migration fails, and what is made of it. */
package io.github.cleanstaletypes.internal.error;
