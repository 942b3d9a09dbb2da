package org.industrialmind.telemetry.scoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.industrialmind.telemetry.scoring.OffsetLedger.CommitPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the rebuild offset in the metadata that Kafka keeps with a committed offset, as {@code rebuild=123}. */
final class CommitMetadata {
    private static final Logger LOG = LoggerFactory.getLogger(CommitMetadata.class);
    private static final Pattern FORM = Pattern.compile("rebuild=(\\d{1,18})");

    private CommitMetadata() {}

    static OffsetAndMetadata of(CommitPoint point) {
        return new OffsetAndMetadata(point.offset(), "rebuild=" + point.rebuild());
    }

    /** Reads it back; an offset that a person has set carries none, and then windows start empty there. */
    static CommitPoint parse(OffsetAndMetadata committed) {
        Matcher form = FORM.matcher(committed.metadata());
        if (form.matches()) {
            long rebuild = Long.parseLong(form.group(1));
            return new CommitPoint(committed.offset(), Math.min(rebuild, committed.offset()));
        }
        LOG.warn(
                "event=no-rebuild-offset offset={} metadata=\"{}\" next=\"windows start empty here\"",
                committed.offset(),
                committed.metadata());
        return new CommitPoint(committed.offset(), committed.offset());
    }
}
