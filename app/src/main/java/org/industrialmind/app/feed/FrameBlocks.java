package org.industrialmind.app.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/** Puts consecutive small frames of an asset together into larger ones, as a gateway does that has fallen behind. */
final class FrameBlocks {
    private final int rows;
    private final Map<AssetId, List<Frame>> waiting = new LinkedHashMap<>();

    /** @param rows how many rows a block should have */
    FrameBlocks(int rows) {
        this.rows = rows;
    }

    /** Takes a frame in and returns the block that it completes, if it does. */
    List<Frame> add(Frame frame) {
        List<Frame> list = waiting.computeIfAbsent(frame.asset(), asset -> new ArrayList<>());
        list.add(frame);
        int held = list.stream().mapToInt(Frame::rows).sum();
        if (held < rows) {
            return List.of();
        }
        waiting.remove(frame.asset());
        return List.of(join(list));
    }

    /** Returns what has not filled a block. */
    List<Frame> rest() {
        List<Frame> rest = waiting.values().stream().map(FrameBlocks::join).toList();
        waiting.clear();
        return rest;
    }

    private static Frame join(List<Frame> frames) {
        FrameSchema schema = frames.getFirst().schema();
        int width = schema.width();
        int total = frames.stream().mapToInt(Frame::rows).sum();
        long[] times = new long[total];
        double[] values = new double[total * width];
        byte[] qualities = new byte[total * width];
        int at = 0;
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++, at++) {
                times[at] = frame.time(row);
                for (int c = 0; c < width; c++) {
                    values[at * width + c] = frame.value(row, c);
                    qualities[at * width + c] = frame.qualityCode(row, c);
                }
            }
        }
        return Frame.of(frames.getFirst().asset(), schema, times, values, qualities);
    }
}
