package io.github.cleanstaletypes.internal.error.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages as the server would print them: a template of {@link Translations} with arguments in it. */
final class Samples {

    private static final List<Template> TEMPLATES = Translations.read().templates();

    /** What {@code log_lock_waits} adds in the log about a deadlock, which a translator may write in the words of the error itself. */
    private static final String OF_A_DEADLOCK =
            "process %d detected deadlock while waiting for %s on %s after %ld.%03d ms";

    /** The English texts of all, and what else is told of the same. */
    static final Set<String> FAMILY = Stream.concat(
                    Stream.of(ServerMessage.values()).map(ServerMessage::english), Stream.of(OF_A_DEADLOCK))
            .collect(Collectors.toSet());

    private Samples() {}

    /** Each template of each language. */
    static Stream<Template> templates() {
        return TEMPLATES.stream();
    }

    /** The lines of the resource: language, key, text. */
    static Stream<String[]> lines() {
        try (var resource = Samples.class.getResourceAsStream(Translations.RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message itself, or if another message has the same translation, the one that the enum has first. */
    static Template firstOfSameText(Template template) {
        return TEMPLATES.stream()
                .filter(other -> other.literals().equals(template.literals())
                        && other.order().equals(template.order()))
                .findFirst()
                .orElseThrow();
    }

    /** Arguments that fit this message; its name, its table and its schema are awkward ones. */
    static List<String> arguments(ServerMessage message, String name) {
        List<String> arguments = new ArrayList<>();
        for (Argument argument : message.arguments()) {
            arguments.add(
                    switch (argument) {
                        case NAME -> name;
                        case TABLE -> message.arguments().contains(Argument.NAME) ? "a \"b\" table" : name;
                        case SCHEMA -> "My schema";
                        case OTHER -> "any";
                        case OPERATOR -> "<=>";
                        case SIGNATURE -> "app.f(integer, character varying)";
                        case TYPE, DOMAIN -> "timestamp without time zone[]";
                        case ENCODING -> "UTF8";
                        case NUMBER -> "16384";
                        case DESCRIPTION -> "type app.\"My type\"";
                    });
        }
        return arguments;
    }

    /** What the server prints. */
    static String filled(Template template, List<String> arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.last(); i++) {
            text.append(template.literals().get(i))
                    .append(arguments.get(template.order().get(i)));
        }
        return text.append(template.literals().get(template.last())).toString();
    }

    /** What is printed of any text with placeholders of C. */
    static String filled(String text) {
        return text.replaceAll("%(?:\\d+\\$)?[-+#0 ]*\\d*(?:\\.\\d+)?(?:l|ll|z)?[duxXi]", "42")
                .replaceAll("%(?:\\d+\\$)?-?\\d*s", "mood")
                .replaceAll("%(?:\\d+\\$)?c", "+")
                .replace("%m", "No such file or directory")
                .replace("%%", "%");
    }
}
