package io.github.cleanstaletypes.internal.reset.swap;

import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;

/** One database's new name. */
public record NewName(SeenDatabase database, String newName) {}
