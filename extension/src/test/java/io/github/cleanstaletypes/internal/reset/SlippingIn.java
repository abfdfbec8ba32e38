package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.testing.wire.StandIn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A line to the server on which somebody connects to the database just before it is renamed. */
final class SlippingIn implements AutoCloseable {

    private final ResetScene scene;
    private final StandIn line;
    private @Nullable Connection session;

    SlippingIn(ResetScene scene) {
        this.scene = scene;
        this.line = StandIn.before(scene.port()).rewriting(this::seen).open();
    }

    int port() {
        return line.port();
    }

    private String seen(String statement) {
        if (session == null && statement.contains("clean-stale-types:rename_database")) {
            try {
                session = scene.connect(scene.name(), scene.role());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return statement;
    }

    @Override
    public void close() throws IOException, SQLException {
        line.close();
        if (session != null) {
            session.close();
        }
        scene.awaitNobodyIn(scene.name());
    }
}
