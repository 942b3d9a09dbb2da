package org.industrialmind.learning.prognosis.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The way that one machine's condition has gone, condensed to a handful of blocks: what must be remembered of it, however
 * long it lasts.
 *
 * <p>A block is the mean of what was seen in one span of time. When there are {@value #MOST} of them, neighbours are merged
 * and the span doubles, so the path is always seen at a scale that fits its length: short blocks while it is young, long ones,
 * in which noise has averaged out, when it is old. The last block may still be growing.
 *
 * @param startNanos where the first block begins, in epoch nanoseconds
 * @param spanNanos length of a block
 * @param blocks oldest first; times without an observation have none
 * @param highest the highest value that a block had when it was complete: what has been survived, which never falls
 */
public record ConditionPath(long startNanos, long spanNanos, List<Block> blocks, Optional<Double> highest) {
    /** The most blocks that are kept. */
    public static final int MOST = 16;

    private static final double NANOS_PER_HOUR = 3.6e12;

    /** @throws IllegalArgumentException if the span is not positive or there are more blocks than are kept */
    public ConditionPath {
        blocks = List.copyOf(blocks);
        if (spanNanos <= 0 || blocks.size() > MOST) {
            throw new IllegalArgumentException("path of " + blocks.size() + " blocks of " + spanNanos
                    + " ns: expected a positive span and at most " + MOST + " blocks");
        }
    }

    /**
     * What was seen in one span.
     *
     * @param index which span, counted from the start
     * @param count observations
     * @param hours mean time of the observations since the start
     * @param value their mean
     */
    public record Block(long index, long count, double hours, double value) {
        Block plus(Block other, long atIndex) {
            long total = count + other.count;
            double share = (double) other.count / total;
            return new Block(
                    atIndex, total, hours + share * (other.hours - hours), value + share * (other.value - value));
        }
    }

    /** Returns a path that begins there and has seen nothing. */
    public static ConditionPath from(long startNanos, long spanNanos) {
        return new ConditionPath(startNanos, spanNanos, List.of(), Optional.empty());
    }

    /**
     * Returns the path after another observation.
     *
     * @param nanos when, not before the start nor in a span before the last one
     */
    public ConditionPath plus(long nanos, double value) {
        long index = (nanos - startNanos) / spanNanos;
        Block seen = new Block(index, 1, (nanos - startNanos) / NANOS_PER_HOUR, value);
        if (nanos < startNanos || (!blocks.isEmpty() && index < blocks.getLast().index())) {
            throw new IllegalArgumentException("an observation at " + nanos + " ns lies before what the path has seen, "
                    + this + ": expected them in order of time");
        }
        if (blocks.size() == MOST && index > blocks.getLast().index()) {
            return completed().halved().plus(nanos, value);
        }
        List<Block> next = new ArrayList<>(blocks);
        if (!next.isEmpty() && next.getLast().index() == index) {
            next.set(next.size() - 1, next.getLast().plus(seen, index));
            return new ConditionPath(startNanos, spanNanos, next, highest);
        }
        next.add(seen);
        return new ConditionPath(startNanos, spanNanos, next, completed().highest);
    }

    /** Returns the same path with its last block counted as complete. */
    private ConditionPath completed() {
        Optional<Double> reached = blocks.isEmpty()
                ? highest
                : Optional.of(Math.max(
                        highest.orElse(Double.NEGATIVE_INFINITY),
                        blocks.getLast().value()));
        return new ConditionPath(startNanos, spanNanos, blocks, reached);
    }

    private ConditionPath halved() {
        List<Block> merged = new ArrayList<>();
        for (Block block : blocks) {
            long index = block.index() / 2;
            if (!merged.isEmpty() && merged.getLast().index() == index) {
                merged.set(merged.size() - 1, merged.getLast().plus(block, index));
            } else {
                merged.add(new Block(index, block.count(), block.hours(), block.value()));
            }
        }
        return new ConditionPath(startNanos, 2 * spanNanos, merged, highest);
    }

    /** Returns the same path on another scale, which must not fall, block by block. */
    public ConditionPath on(DoubleUnaryOperator scale) {
        return new ConditionPath(
                startNanos,
                spanNanos,
                blocks.stream()
                        .map(b -> new Block(b.index(), b.count(), b.hours(), scale.applyAsDouble(b.value())))
                        .toList(),
                highest.map(scale::applyAsDouble));
    }

    /** Returns the trend of the blocks' values. */
    public Trend trend() {
        return Trend.of(blocks.stream().mapToDouble(Block::value).toArray());
    }

    /** Returns the hours from the start to that moment. */
    public double hoursAt(long nanos) {
        return (nanos - startNanos) / NANOS_PER_HOUR;
    }
}
