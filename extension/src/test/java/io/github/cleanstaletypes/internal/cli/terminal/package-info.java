@org.jspecify.annotations.NullMarked
package io.github.cleanstaletypes.internal.cli.terminal;
