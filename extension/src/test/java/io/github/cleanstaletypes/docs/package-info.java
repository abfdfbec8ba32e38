/** Holds the documentation to what the product does: pages, links, statements, command lines, snippets. */
@NullMarked
package io.github.cleanstaletypes.docs;

import org.jspecify.annotations.NullMarked;
