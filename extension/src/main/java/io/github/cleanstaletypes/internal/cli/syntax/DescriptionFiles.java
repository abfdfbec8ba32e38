package io.github.cleanstaletypes.internal.cli.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files that tell others what the command line has: manual pages and completions. The build calls it for the distribution. */
public final class DescriptionFiles {

    private DescriptionFiles() {}

    /**
     * Writes all of them.
     *
     * @param arguments the directory, and the version
     */
    public static void main(String... arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        String version = Command.PROGRAM + " " + arguments[1];
        Path manual = Files.createDirectories(share.resolve("man/man1"));
        Files.writeString(manual.resolve(ManualPage.name(null) + ".1"), ManualPage.of(null, version));
        for (Command command : Command.values()) {
            Files.writeString(manual.resolve(ManualPage.name(command) + ".1"), ManualPage.of(command, version));
        }
        Path bash = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(bash.resolve(Command.PROGRAM), BashCompletion.script());
        Path zsh = Files.createDirectories(share.resolve("zsh/site-functions"));
        Files.writeString(zsh.resolve("_" + Command.PROGRAM), ZshCompletion.script());
    }
}
