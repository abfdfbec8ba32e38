package io.github.cleanstaletypes.chaos.report.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The proofs that a build has left, and those that it has not.
 *
 * @param results each of {@link ProofName}, in its order, and after them what else there is
 */
public record Proofs(List<ProofResult> results) {

    private static final String ENDING = ".json";

    /** Copies the list. */
    public Proofs {
        results = List.copyOf(results);
    }

    /** Reads all that is in this directory, which need not be there. */
    public static Proofs in(Path directory) {
        Map<String, ProofResult> found = new TreeMap<>();
        for (Path file : files(directory)) {
            ProofResult result = read(file);
            found.put(result.name(), result);
        }
        List<ProofResult> results = new ArrayList<>();
        for (ProofName name : ProofName.values()) {
            ProofResult result = found.remove(name.word());
            results.add(result != null ? result : new ProofResult.NotRun(name.word(), name.claim()));
        }
        results.addAll(found.values());
        return new Proofs(results);
    }

    /** Counts those that were run. */
    public long run() {
        return results.stream().filter(ProofResult.Run.class::isInstance).count();
    }

    /** Names those of this verdict. */
    public List<String> names(ProofVerdict verdict) {
        return results.stream()
                .filter(result -> result.verdict() == verdict)
                .map(ProofResult::name)
                .toList();
    }

    /** Tells whether each that was run has passed, and none has left what cannot be read. */
    public boolean nothingFailed() {
        return results.stream().noneMatch(result -> result.verdict().isBad());
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProofResult read(Path file) {
        String named = file.getFileName().toString();
        String name = named.substring(0, named.length() - ENDING.length());
        try {
            Proof proof = ProofReader.read(Files.readString(file));
            if (!proof.name().replace(' ', '-').equals(name)) {
                throw new IllegalArgumentException("it is of another proof: " + proof.name());
            }
            return new ProofResult.Run(proof, Files.getLastModifiedTime(file).toInstant());
        } catch (IllegalArgumentException | IOException e) {
            return new ProofResult.Unreadable(name, String.valueOf(e.getMessage()));
        }
    }
}
