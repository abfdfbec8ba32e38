package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds the scripts in a directory and below. Symbolic links are followed; directories with a dot in front are not looked into, where a
 * mounted ConfigMap keeps what its links point to.
 */
public final class ScriptFiles {

    private static final int DEEPEST = 32;

    private ScriptFiles() {}

    /** All files that end in {@code .sql}, by name. */
    public static List<ScriptFile> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UnreadableMigrationsException(
                    directory, Files.exists(directory) ? "is not a directory" : "cannot be read: no such directory");
        }
        List<ScriptFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(directory, files));
        } catch (AccessDeniedException e) {
            throw new UnreadableMigrationsException(Path.of(e.getFile()), "cannot be read: permission denied");
        } catch (IOException e) {
            throw new UnreadableMigrationsException(directory, "cannot be read: " + FileProblem.inWords(e));
        }
        files.sort(Comparator.comparing(ScriptFile::name));
        return List.copyOf(files);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<ScriptFile> files;

        Visitor(Path root, List<ScriptFile> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(root) && name(directory).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (name(file).endsWith(".sql")) {
                try {
                    PlainFile.check(file, SizeLimit.SCRIPT);
                } catch (IOException e) {
                    throw new UnreadableMigrationsException(file, "cannot be read: " + FileProblem.inWords(e));
                }
                files.add(new ScriptFile(file, root.relativize(file).toString().replace('\\', '/')));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        private static String name(Path path) {
            return String.valueOf(path.getFileName());
        }
    }
}
