package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the function by which zsh completes the command line, with a word about each option. Stateless. */
public final class ZshCompletion {

    private static final String LINE = " \\\n        ";

    private ZshCompletion() {}

    public static String script() {
        StringBuilder script = new StringBuilder("""
                #compdef clean-stale-types
                # completes clean-stale-types in zsh

                _clean-stale-types() {
                    local context state state_descr line
                    typeset -A opt_args
                    _arguments -C -s""");
        script.append(options(null)).append(LINE).append("'1:command:((");
        for (Command command : Command.values()) {
            script.append(command.word() + "\\:" + '"'
                    + described(HelpPage.of(command).header()) + "\" ");
        }
        script.append("))'")
                .append(LINE)
                .append("'*:: :->behind'\n    case $state in\n    behind)\n        case $line[1] in\n");
        for (Command command : Command.values()) {
            script.append(
                    "        " + command.word() + ") _arguments -s" + options(command) + operands(command) + " ;;\n");
        }
        return script.append("        esac ;;\n    esac\n}\n\n_clean-stale-types \"$@\"\n")
                .toString();
    }

    private static String options(@Nullable Command command) {
        List<String> specifications = new ArrayList<>();
        for (Option option : Option.behind(command)) {
            String repeatable = option.isRepeatable() ? "*" : "";
            String description = "[" + described(firstSentence(option.description())) + "]";
            String value = option.label() == null ? "" : ":" + option.label() + ":" + offered(option);
            specifications.add(
                    "'" + repeatable + option.text() + (value.isEmpty() ? "" : "=") + description + value + "'");
            if (option.letter() != 0) {
                specifications.add("'-" + option.letter() + description + value + "'");
            }
        }
        StringBuilder all = new StringBuilder();
        specifications.forEach(specification -> all.append(LINE).append(specification));
        return all.toString();
    }

    private static String offered(Option option) {
        return switch (Choices.of(option)) {
            case NOTHING -> "";
            case FILES -> "_files";
            case DIRECTORIES -> "_files -/";
            case WORDS -> "(" + String.join(" ", Choices.words(option)) + ")";
        };
    }

    private static String operands(Command command) {
        return switch (command.operands()) {
            case NONE -> "";
            case COMMAND, FOLLOWING_COMMAND ->
                LINE + "'(-)1:command: _command_names -e'" + LINE + "'*::arguments: _normal'";
            case FILE -> LINE + "'1:FILE:_files'";
            case OTHER_COMMAND -> LINE + "'1:command:(" + words() + ")'";
            case SHELL -> LINE + "'1:shell:(bash zsh)'";
        };
    }

    private static String words() {
        List<String> words = new ArrayList<>();
        for (Command command : Command.values()) {
            words.add(command.word());
        }
        return String.join(" ", words);
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end + 1);
    }

    /** Without what means something to the shell within a specification. */
    private static String described(String text) {
        return text.replaceAll("[\\[\\]\"`$\\\\]", "").replace("'", "’").replace(":", "\\:");
    }
}
