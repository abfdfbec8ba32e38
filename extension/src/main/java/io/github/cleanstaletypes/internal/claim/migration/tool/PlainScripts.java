package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.claim.sql.ScriptReader;
import io.github.cleanstaletypes.report.ClaimSource;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts without a history that could say which have run. A table that is there may be what they made, and so may a type that one of
 * them creates; only a type in the place of a table cannot: it would have kept the table from being created.
 */
final class PlainScripts implements Migrations {

    private static final Pattern DOWN_FILE = Pattern.compile("(.*[._/-])?(down|undo|rollback|revert)\\.sql");

    /** What begins the way back in scripts of goose, sql-migrate, dbmate and MyBatis. */
    private static final Pattern DOWN_SECTION =
            Pattern.compile("(?mi)^--\\s*(\\+goose\\s+Down|\\+migrate\\s+Down|migrate:down|//@UNDO)\\b");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path directory;
    private final List<ScriptFile> files;

    PlainScripts(Path directory, List<ScriptFile> files) {
        this.directory = directory;
        this.files = files.stream()
                .filter(file -> !DOWN_FILE.matcher(file.name()).matches())
                .sorted(Comparator.comparing(PlainScripts::firstNumber).thenComparing(ScriptFile::name))
                .toList();
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        ScriptReader reader = new ScriptReader(ground.searchPath());
        files.forEach(file -> reader.read(new MigrationScript(file.name(), up(file.text()))));
        List<Claim> claims = new ArrayList<>();
        reader.tables().forEach(name -> claims.add(new Claim(name, ClaimSource.MIGRATION, Conflict.TYPE)));
        reader.typedTables()
                .forEach((type, tables) -> claims.add(new Claim(type, ClaimSource.MIGRATION, Conflict.TYPE, tables)));
        String note = "tables and types that %s creates: without a history nobody knows whether its scripts have run"
                .formatted(directory);
        return new PendingClaims(claims, List.of(note), reader.notes(), List.of(), null);
    }

    private static String up(String text) {
        Matcher down = DOWN_SECTION.matcher(text);
        return down.find() ? text.substring(0, down.start()) : text;
    }

    private static BigInteger firstNumber(ScriptFile file) {
        Matcher number = NUMBER.matcher(file.name());
        return number.find() ? new BigInteger(number.group()) : BigInteger.ZERO;
    }
}
