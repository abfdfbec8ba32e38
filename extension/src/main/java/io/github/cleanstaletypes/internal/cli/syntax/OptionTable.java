package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The options that can stand behind one command, as Commons CLI reads them. It takes a long name behind one hyphen, too, and what follows
 * the name as the value; here a letter stands behind one hyphen, and a name behind two.
 */
final class OptionTable extends Options {

    private static final long serialVersionUID = 1L;

    private OptionTable() {}

    /** The options behind this command, or behind the program if that is null. */
    static OptionTable behind(@Nullable Command command) {
        OptionTable table = new OptionTable();
        for (Option option : Option.values()) {
            if (option.standsBehind(command)) {
                table.addOption(new Entry(option));
            }
        }
        return table;
    }

    /** Reads up to the first argument that is neither an option nor its value. */
    CommandLine read(List<String> arguments) {
        // a parser keeps what it has read
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return parser.parse(this, arguments.toArray(String[]::new), true);
        } catch (ParseException e) {
            throw new IllegalStateException("nothing is required", e);
        }
    }

    /** What was read, in its order. */
    static List<Entry> entries(CommandLine read) {
        List<Entry> entries = new ArrayList<>();
        for (org.apache.commons.cli.Option option : read.getOptions()) {
            entries.add((Entry) option);
        }
        return entries;
    }

    @Override
    public boolean hasLongOption(String written) {
        return written.startsWith("--") && super.hasLongOption(written);
    }

    @Override
    public boolean hasShortOption(String letter) {
        return letter.length() == 1 && super.hasShortOption(letter);
    }

    /** An option as it stands in the table, and its copy with the value that was written. */
    static final class Entry extends org.apache.commons.cli.Option {

        private static final long serialVersionUID = 1L;

        private final Option meant;

        /** A value that is missing is told in its turn: the library would tell it first, and read no further. */
        private Entry(Option option) {
            super(
                    option.letter() == 0 ? null : String.valueOf(option.letter()),
                    option.text().substring(2),
                    option.label() != null,
                    null);
            this.meant = option;
            setOptionalArg(option.label() != null);
        }

        Option meant() {
            return meant;
        }
    }
}
