package io.github.cleanstaletypes.chaos.system;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Makes the standard streams speak UTF-8 in each locale, since containers have none. */
public final class Utf8Output {

    private Utf8Output() {}

    /** Opens standard output. */
    public static PrintStream out() {
        return to(FileDescriptor.out);
    }

    /** Opens standard error. */
    public static PrintStream err() {
        return to(FileDescriptor.err);
    }

    private static PrintStream to(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
