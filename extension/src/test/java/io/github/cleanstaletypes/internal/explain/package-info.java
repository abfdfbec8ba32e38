/** What is said of a failure, and to whom. */
package io.github.cleanstaletypes.internal.explain;
