package io.github.cleanstaletypes.internal.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says why a file cannot be used. */
public final class FileProblem {

    private FileProblem() {}

    public static String inWords(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        // the message of such an exception begins with the file's name
        String reason = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return Objects.requireNonNullElse(reason, "input/output error");
    }

    /** Without a locale, which a container has none of, Java can open no file whose name is more than ASCII. */
    public static String inWords(InvalidPathException problem) {
        return "it is no file name in this process's locale (" + problem.getReason() + "); set LC_ALL=C.UTF-8";
    }
}
