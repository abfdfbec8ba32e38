package io.github.cleanstaletypes.chaos.migrator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a migrator's process tells who started it: {@code key=value} lines on standard output, words on standard error. */
final class Facts {

    static final String EXECUTED = "executed";
    static final String SQL_STATE = "sqlstate";
    static final String CONSTRAINT = "constraint";

    private Facts() {}

    static void executed(int migrations) {
        utf8(FileDescriptor.out).println(EXECUTED + "=" + migrations);
    }

    static void failed(Exception failure, String words) {
        PrintStream out = utf8(FileDescriptor.out);
        ServerError.in(failure).ifPresent(error -> {
            out.println(SQL_STATE + "=" + error.sqlState());
            if (error.constraint() != null) {
                out.println(CONSTRAINT + "=" + error.constraint());
            }
        });
        utf8(FileDescriptor.err).println(words);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
