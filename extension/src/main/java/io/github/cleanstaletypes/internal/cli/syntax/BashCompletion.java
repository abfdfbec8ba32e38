package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the script by which bash, and zsh in its manner, completes the command line. Stateless. */
public final class BashCompletion {

    private static final String BEGINNING = """
            # completes clean-stale-types in bash, and in zsh by bashcompinit
            if [ -n "${ZSH_VERSION-}" ]; then
                autoload -U +X compinit && compinit -u
                autoload -U +X bashcompinit && bashcompinit
            fi

            _clean_stale_types() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' options='' word i
                COMPREPLY=()
                # bash takes an equals sign for a word of its own
                if [ "$current" = = ]; then
                    current=''
                elif [ "$previous" = = ]; then
                    previous=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    if [ -z "$command" ]; then
                        case $word in
                            @COMMANDS@) command=$word ;;
                        esac
                    elif [ "$command" = guard ] && [ "$word" = -- ]; then
                        if [ "$(type -t _command_offset)" = function ]; then
                            _command_offset $((i + 1))
                        else
                            COMPREPLY=($(compgen -c -f -- "$current"))
                        fi
                        return
                    fi
                done
                case $previous in
            """;

    private static final String MIDDLE = """
                esac
                case $command in
            """;

    private static final String END = """
                esac
                case $current in
                    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
                    *) case $command in
                        '' | help) COMPREPLY=($(compgen -W '@WORDS@' -- "$current")) ;;
                        explain) COMPREPLY=($(compgen -f -- "$current")) ;;
                        generate-completion) COMPREPLY=($(compgen -W 'bash zsh' -- "$current")) ;;
                    esac ;;
                esac
            }

            complete -o filenames -F _clean_stale_types clean-stale-types
            """;

    private BashCompletion() {}

    public static String script() {
        List<String> commands = Stream.of(Command.values()).map(Command::word).toList();
        StringBuilder script = new StringBuilder(BEGINNING.replace("@COMMANDS@", String.join(" | ", commands)));
        values(script, Choices.FILES, "compgen -f");
        values(script, Choices.DIRECTORIES, "compgen -d");
        for (Option option : Option.values()) {
            if (Choices.of(option) == Choices.WORDS) {
                offer(script, option.text(), "compgen -W '" + String.join(" ", Choices.words(option)) + "'");
            }
        }
        any(script);
        script.append(MIDDLE);
        script.append("        '') options='").append(options(null)).append("' ;;\n");
        for (Command command : Command.values()) {
            script.append("        %s) options='%s' ;;".formatted(command.word(), options(command)))
                    .append('\n');
        }
        return script.append(END.replace("@WORDS@", String.join(" ", commands))).toString();
    }

    private static void values(StringBuilder script, Choices kind, String offered) {
        offer(script, names(kind), offered);
    }

    private static void offer(StringBuilder script, String names, String offered) {
        script.append("        %s) COMPREPLY=($(%s -- \"$current\")); return ;;".formatted(names, offered))
                .append('\n');
    }

    /** Behind these anything can stand, and nothing can be offered. */
    private static void any(StringBuilder script) {
        script.append("        %s) return ;;".formatted(names(Choices.NOTHING))).append('\n');
    }

    private static String names(Choices kind) {
        return Stream.of(Option.values())
                .filter(option -> option.label() != null && Choices.of(option) == kind)
                .map(Option::text)
                .collect(Collectors.joining(" | "));
    }

    private static String options(@Nullable Command command) {
        List<String> all = new ArrayList<>();
        for (Option option : Option.behind(command)) {
            if (option.letter() != 0) {
                all.add("-" + option.letter());
            }
            all.add(option.text());
        }
        return String.join(" ", all);
    }
}
