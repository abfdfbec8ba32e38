/** The server's messages in each language, compared with its own catalogs, and found in lines of all kinds. */
package io.github.cleanstaletypes.internal.error.message;
