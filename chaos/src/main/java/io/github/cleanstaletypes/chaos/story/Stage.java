package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.testing.PostgresServer;

/** Where an act is played: on which server, with which healer, and who tells of it. */
public record Stage(PostgresServer server, CommandLine commandLine, Narrator narrator) {}
