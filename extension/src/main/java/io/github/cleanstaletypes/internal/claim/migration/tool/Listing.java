package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts of a directory as tools look at them, each read once. Belongs to one run. */
final class Listing {

    private final List<ScriptFile> files;
    private final Map<ScriptFile, String> texts = new HashMap<>();

    Listing(List<ScriptFile> files) {
        this.files = List.copyOf(files);
    }

    /** All scripts, by name, in the directory and below. */
    List<ScriptFile> files() {
        return files;
    }

    /** The scripts in the one place that most tools look at: the only folder that holds any, or else the directory itself. */
    List<ScriptFile> folder() {
        if (files.stream().map(Listing::parent).distinct().count() == 1) {
            return files;
        }
        return files.stream().filter(file -> !file.name().contains("/")).toList();
    }

    /** The path of that folder. */
    Optional<Path> folderPath() {
        return folder().stream()
                .findFirst()
                .map(file -> file.path().toAbsolutePath().normalize())
                .map(Path::getParent);
    }

    /** Files of that folder that have such a name, and are no scripts; by name. */
    List<ScriptFile> programs(Pattern name) {
        Optional<Path> folder = folderPath();
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            return all.map(path -> new ScriptFile(path, String.valueOf(path.getFileName())))
                    .filter(file -> name.matcher(file.name()).matches())
                    .sorted(Comparator.comparing(ScriptFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(ScriptFile file) {
        return texts.computeIfAbsent(file, ScriptFile::text);
    }

    /** A file's name without its folders. */
    static String base(ScriptFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    /** The first group of the pattern, if it is the whole of the file's name. */
    static Optional<String> group(Pattern pattern, ScriptFile file) {
        Matcher matcher = pattern.matcher(base(file));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String parent(ScriptFile file) {
        return file.name().substring(0, file.name().lastIndexOf('/') + 1);
    }
}
