package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.catalog.DetachRow;
import io.github.cleanstaletypes.internal.catalog.FunctionBodies;
import io.github.cleanstaletypes.internal.catalog.FunctionBody;
import io.github.cleanstaletypes.internal.catalog.Relation;
import io.github.cleanstaletypes.internal.catalog.RowCount;
import io.github.cleanstaletypes.internal.catalog.RowCount.Certainty;
import io.github.cleanstaletypes.internal.catalog.ServerFacts;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.Integrity;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.Classifier;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a server could have told, for tests of what is made of it; the search path is {@code public}. Each {@code with} adds. */
public final class ReadCatalog {

    private final Map<String, String> storedNames = new HashMap<>();
    private final List<StandaloneType> types = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<IndexRow> invalidIndexes = new ArrayList<>();
    private final List<DetachRow> detaches = new ArrayList<>();
    private final List<FunctionBody> bodies = new ArrayList<>();
    private final List<DanglingRow> dangling = new ArrayList<>();
    private final List<TornRow> tornRows = new ArrayList<>();
    private final List<IndexDamage> indexes = new ArrayList<>();
    private final List<Creator> creators = new ArrayList<>();
    private final List<ToolStateRow> toolStates = new ArrayList<>();
    private final List<ConnectedSession> sessions = new ArrayList<>();

    public ReadCatalog with(StandaloneType type) {
        types.add(type);
        return this;
    }

    public ReadCatalog withTable(String schema, String name) {
        return with(new Relation(501, schema, name, "table", new RowCount(3, Certainty.COUNTED)));
    }

    public ReadCatalog with(Relation relation) {
        relations.add(relation);
        return this;
    }

    public ReadCatalog with(IndexRow index) {
        invalidIndexes.add(index);
        return this;
    }

    public ReadCatalog with(DetachRow partition) {
        detaches.add(partition);
        return this;
    }

    public ReadCatalog withBody(String description, String text) {
        bodies.add(new FunctionBody(700 + bodies.size(), description, text));
        return this;
    }

    /** The server stores a claimed name in a shorter form. */
    public ReadCatalog withNameCut(String claimed, String stored) {
        storedNames.put(claimed, stored);
        return this;
    }

    public ReadCatalog with(DanglingRow row) {
        dangling.add(row);
        return this;
    }

    public ReadCatalog with(TornRow row) {
        tornRows.add(row);
        return this;
    }

    public ReadCatalog with(IndexDamage index) {
        indexes.add(index);
        return this;
    }

    public ReadCatalog with(Creator creator) {
        creators.add(creator);
        return this;
    }

    public ReadCatalog with(ToolStateRow row) {
        toolStates.add(row);
        return this;
    }

    public ReadCatalog with(ConnectedSession session) {
        sessions.add(session);
        return this;
    }

    public CatalogSnapshot snapshot() {
        return new CatalogSnapshot(
                new EndedTransactions(3, 3, List.of()),
                new ServerFacts(180006, "18.6", "app", "app", false, false, List.of("public"), types.size()),
                storedNames,
                Set.of("public"),
                List.of(),
                types,
                Map.of(),
                relations,
                invalidIndexes,
                detaches,
                new FunctionBodies(bodies, Set.of()),
                dangling,
                new ToolStates(toolStates, List.of()),
                new Integrity(true, tornRows, indexes));
    }

    public List<CatalogFinding> findings(Claims claims) {
        return Classifier.classify(snapshot(), new Activity(creators, sessions), claims);
    }
}
