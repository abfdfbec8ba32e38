/** What people write into their environment, and what it connects to on real servers. */
package io.github.cleanstaletypes.internal.connect;
