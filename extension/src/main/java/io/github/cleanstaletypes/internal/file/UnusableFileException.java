package io.github.cleanstaletypes.internal.file;

import java.io.IOException;

/** A file is of a kind or size that is not used. The message says which, and does not name the file. */
public final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String why) {
        super(why);
    }
}
