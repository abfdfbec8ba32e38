package io.github.cleanstaletypes.proof.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has been counted of random schemas, and what went wrong. Not thread-safe. */
final class SchemaTally {

    private long schemas;
    private long failed;
    private long removed;
    private long kept;
    private long uses;
    private long lostByFolk;
    private long disturbed;
    private final Set<String> ways = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();

    /** One more schema. */
    void schema(RandomSchema schema, boolean wrong, boolean disturbed, boolean lostByFolk) {
        schemas++;
        this.disturbed += disturbed ? 1 : 0;
        failed += wrong ? 1 : 0;
        removed += schema.types().stream().filter(MadeType::goes).count();
        kept += schema.types().stream().filter(type -> !type.goes()).count();
        uses += schema.ways().values().stream().mapToInt(Integer::intValue).sum();
        this.lostByFolk += lostByFolk ? 1 : 0;
        ways.addAll(schema.ways().keySet());
    }

    /** What is wrong with some of them. */
    void failure(List<String> lines) {
        failures.add(String.join("\n", lines));
    }

    void add(SchemaTally other) {
        schemas += other.schemas;
        failed += other.failed;
        removed += other.removed;
        kept += other.kept;
        uses += other.uses;
        lostByFolk += other.lostByFolk;
        disturbed += other.disturbed;
        ways.addAll(other.ways);
        failures.addAll(other.failures);
    }

    long schemas() {
        return schemas;
    }

    long passed() {
        return schemas - failed;
    }

    long lostByFolk() {
        return lostByFolk;
    }

    /** How many the folk remedy was tried on. */
    long triedByFolk() {
        return schemas - disturbed;
    }

    long ways() {
        return ways.size();
    }

    List<String> failures() {
        return failures;
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("schemas", schemas);
        counts.put("passed", passed());
        counts.put("disturbed by another session", disturbed);
        counts.put("types unused and claimed", removed);
        counts.put("other types", kept);
        counts.put("uses", uses);
        counts.put("ways to use", ways());
        counts.put("folk remedy tried", schemas - disturbed);
        counts.put("folk remedy lost something in use", lostByFolk);
        return counts;
    }
}
