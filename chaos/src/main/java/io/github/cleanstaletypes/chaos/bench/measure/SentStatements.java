package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The statements are kept as they were sent, so that they can be sent again. */
final class SentStatements {

    private final List<SentStatement> statements = new ArrayList<>();

    void add(int type, ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        SentStatement.Message message = new SentStatement.Message((char) type, ByteBuffer.wrap(bytes));
        switch (type) {
            case 'P' -> {
                ByteBuffer parts = body.duplicate();
                MessageStream.text(parts);
                statements.add(new SentStatement(MessageStream.text(parts), new ArrayList<>(List.of(message))));
            }
            case 'Q' ->
                statements.add(
                        new SentStatement(MessageStream.text(body.duplicate()), new ArrayList<>(List.of(message))));
            case 'B', 'D', 'E', 'C' -> {
                if (!statements.isEmpty()) {
                    statements.get(statements.size() - 1).messages().add(message);
                }
            }
            default -> {
                // passwords, and what ends a group
            }
        }
    }

    /** Forgets the first statement if it begins like this. */
    boolean takeFirst(String beginning) {
        boolean is = statements.size() == 1 && statements.get(0).sql().startsWith(beginning);
        if (is) {
            statements.clear();
        }
        return is;
    }

    List<SentStatement> all() {
        return statements.stream()
                .map(statement -> new SentStatement(statement.sql(), List.copyOf(statement.messages())))
                .toList();
    }
}
