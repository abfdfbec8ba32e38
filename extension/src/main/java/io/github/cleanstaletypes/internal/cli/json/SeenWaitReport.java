package io.github.cleanstaletypes.internal.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a guarded command has waited for, as a part of {@link GuardedReport}. Stateless. */
final class SeenWaitReport {

    private SeenWaitReport() {}

    static void write(JsonGenerator json, SeenWait wait) throws IOException {
        json.writeStartObject();
        json.writeNumberField("attempt", wait.attempt());
        json.writeNumberField("session", wait.session());
        json.writeBooleanField("certain", wait.certain());
        json.writeStringField("lock", wait.lock());
        json.writeStringField("on", wait.on());
        seconds(json, "seconds", wait.waited());
        json.writeBooleanField("itself", wait.itself());
        Holder holder = wait.holder();
        if (holder == null) {
            json.writeNullField("held_by");
        } else {
            json.writeObjectFieldStart("held_by");
            holder(json, holder);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void holder(JsonGenerator json, Holder holder) throws IOException {
        json.writeFieldName("pid");
        Integer pid = holder.pid();
        if (pid == null) {
            json.writeNull();
        } else {
            json.writeNumber(pid);
        }
        json.writeStringField("gid", holder.gid());
        json.writeStringField("role", holder.role());
        json.writeStringField("application_name", holder.application());
        json.writeBooleanField("visible", holder.visible());
        json.writeStringField("state", holder.state());
        seconds(json, "state_seconds", holder.since());
        json.writeStringField("query", holder.query());
    }

    private static void seconds(JsonGenerator json, String key, @Nullable Duration time) throws IOException {
        json.writeFieldName(key);
        if (time == null) {
            json.writeNull();
        } else {
            json.writeNumber(BigDecimal.valueOf(time.toMillis(), 3));
        }
    }
}
