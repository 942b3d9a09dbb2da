package org.industrialmind.telemetry.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/**
 * Turns frames to line protocol and sends them in requests of bounded size. Encoders are used again, since their arrays are
 * the largest thing a writing thread needs.
 */
final class LineWriter {
    private static final Pattern LINE_NUMBER = Pattern.compile("\"line\":(\\d+)"); // of QuestDB

    private final LineProtocolEncoder.Dialect dialect;
    private final int batchBytes;
    private final Sender sender;
    private final Map<Long, LineProtocolEncoder.Layout> layouts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<LineProtocolEncoder> idle = new ConcurrentLinkedQueue<>();

    /** Sends what the first bytes of the array say. */
    @FunctionalInterface
    interface Sender {
        void send(byte[] bytes, int length);
    }

    LineWriter(LineProtocolEncoder.Dialect dialect, int batchBytes, Sender sender) {
        this.dialect = dialect;
        this.batchBytes = batchBytes;
        this.sender = sender;
    }

    boolean isPrepared(FrameSchema schema) {
        return layouts.containsKey(schema.id());
    }

    void prepare(FrameSchema schema) {
        layouts.put(schema.id(), new LineProtocolEncoder.Layout(dialect, schema));
    }

    /** Returns the schemas that have been prepared. */
    Collection<FrameSchema> prepared() {
        return layouts.values().stream().map(layout -> layout.schema).toList();
    }

    /** @throws IllegalArgumentException naming the first row that the database can never take */
    void write(List<Frame> frames) {
        LineProtocolEncoder encoder = borrow();
        int first = 0;
        for (int i = 0; i < frames.size(); i++) {
            encoder.append(layout(frames.get(i)), frames.get(i));
            if (encoder.length() >= batchBytes || i == frames.size() - 1) {
                send(encoder, frames.subList(first, i + 1));
                first = i + 1;
            }
        }
        idle.add(encoder); // one that failed is left to the garbage collector, half-written as it is
    }

    private void send(LineProtocolEncoder encoder, List<Frame> frames) {
        try {
            sender.send(encoder.bytes(), encoder.length());
            encoder.clear();
        } catch (DatabaseDoor.Refused e) {
            throw new IllegalArgumentException(
                    "the store refuses " + culprit(frames, e.explanation) + " and everything sent with it: "
                            + e.explanation,
                    e);
        }
    }

    void writeAssessments(List<Assessment> assessments) {
        LineProtocolEncoder encoder = borrow();
        for (int i = 0; i < assessments.size(); i++) {
            encoder.append(assessments.get(i));
            if (encoder.length() >= batchBytes || i == assessments.size() - 1) {
                send(encoder, List.of());
            }
        }
        idle.add(encoder);
    }

    private LineProtocolEncoder borrow() {
        LineProtocolEncoder known = idle.poll();
        return known == null ? new LineProtocolEncoder(dialect) : known;
    }

    private LineProtocolEncoder.Layout layout(Frame frame) {
        LineProtocolEncoder.Layout layout = layouts.get(frame.schema().id());
        if (layout == null) {
            throw new IllegalArgumentException(
                    frame + " is of a schema that the store does not know: call prepare(schema) first");
        }
        return layout;
    }

    /** Says which row the line of that number was, where the explanation names one. */
    private static String culprit(List<Frame> frames, String explanation) {
        Matcher matcher = LINE_NUMBER.matcher(explanation);
        if (matcher.find()) {
            int row = Integer.parseInt(matcher.group(1)) - 1;
            for (Frame frame : frames) {
                if (row < frame.rows()) {
                    return "row " + row + " of " + frame;
                }
                row -= frame.rows();
            }
        }
        return "a row";
    }
}
