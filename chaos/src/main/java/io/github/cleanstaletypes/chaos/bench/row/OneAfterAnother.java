package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.chaos.system.Database;

/** Checks databases one after another, in a process of its own: what {@code --all-databases} would be without doing several at a time. */
public final class OneAfterAnother {

    private OneAfterAnother() {}

    /** Takes the port and the names of the databases. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int found = 0;
        for (int i = 1; i < arguments.length; i++) {
            found += StaleTypes.in(new Database(port, arguments[i]).dataSource())
                    .check()
                    .results()
                    .size();
        }
        System.out.println(arguments.length - 1 + " databases, " + found + " findings");
    }
}
