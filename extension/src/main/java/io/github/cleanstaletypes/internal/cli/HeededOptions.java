package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.HeededBy;
import io.github.cleanstaletypes.internal.cli.option.OptionValues;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Knows which command heeds which option. Stateless. */
final class HeededOptions {

    private HeededOptions() {}

    /** Takes from each command the inherited options that it does not heed: from its help, and from what it understands. */
    static void leaveIn(CommandLine root) {
        for (CommandLine command : root.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            List.copyOf(spec.options()).stream()
                    .filter(option -> option.inherited() && !heeds(spec.name(), option))
                    .forEach(spec::remove);
        }
    }

    private static boolean heeds(String command, OptionSpec option) {
        HeededBy heeded =
                option.userObject() instanceof AnnotatedElement member ? member.getAnnotation(HeededBy.class) : null;
        return heeded != null && Set.of(heeded.value()).contains(command);
    }

    /** Refuses an option that stands before a command which does not heed it. */
    static void check(ParseResult parsed) {
        CommandLine command = commandOf(parsed);
        parsed.matchedOptions().stream()
                .filter(option -> isOfOthers(option, command))
                .findFirst()
                .ifPresent(option -> {
                    throw new UnmatchedArgumentException(command, List.of(option.longestName()));
                });
    }

    /** The variables of the options that the command does not heed: they are set for all commands, and passed over. */
    static Set<String> variablesOfOthers(ParseResult parsed) {
        CommandLine command = commandOf(parsed);
        return parsed.commandSpec().options().stream()
                .filter(option -> isOfOthers(option, command))
                .flatMap(option -> OptionValues.variables(option.longestName()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isOfOthers(OptionSpec option, CommandLine command) {
        return command.getCommandSpec().findOption(option.longestName()) == null;
    }

    private static CommandLine commandOf(ParseResult parsed) {
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return last.commandSpec().commandLine();
    }

    /** Says which other commands have this option; null if none has. */
    static @Nullable String ofOthers(String option, CommandLine command) {
        CommandLine root = command.getParent() == null ? command : command.getParent();
        List<String> owners = root.getSubcommands().values().stream()
                .filter(other -> other.getCommandSpec().findOption(option) != null)
                .map(CommandLine::getCommandName)
                .toList();
        if (owners.isEmpty()) {
            return null;
        }
        int last = owners.size() - 1;
        String all =
                last == 0 ? owners.get(0) : String.join(", ", owners.subList(0, last)) + " and " + owners.get(last);
        return "option " + option + " belongs to " + all
                + (command == root ? ", and stands behind that word" : ", not to " + command.getCommandName());
    }
}
