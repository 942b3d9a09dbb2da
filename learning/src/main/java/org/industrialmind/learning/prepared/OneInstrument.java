package org.industrialmind.learning.prepared;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * By how much one single instrument would have to be off for all others to agree.
 *
 * <p>An instrument by which others are explained - a flow, a power, the temperature of what comes in - spreads its error over
 * all of them, and to leave it out takes their explanation along. So its readings are shifted instead, until what the
 * detector sees is as usual as a constant shift can make it: the smallest correction that one sensor allows [1]. Squared
 * scores are about a parabola over the shift, which three of them give away. One that moves as nothing did in training is
 * not off by a constant, and is not tried.
 *
 * <ol>
 *   <li>Dunia and Qin 1998, Subspace approach to multidimensional fault identification and reconstruction, AIChE Journal
 *       44(8): reconstruction along a fault direction.
 * </ol>
 */
final class OneInstrument {
    private static final double FIRST = 5; // deviations of noise: the first shift that is tried to either side
    private static final double NEARER = 0.25; // of the shift: where the parabola is drawn again
    private static final double WORTHWHILE = 0.8; // of the squared score: a shift that leaves more explains nothing

    private final Preparation preparation;
    private final ToDoubleFunction<Window> score;

    /**
     * A shift of one instrument.
     *
     * @param by in the unit of the channel, to be added to what was read
     * @param score that is left
     */
    record Correction(String channel, double by, double score) {}

    /** @param score of a prepared window; NaN if the detector would not judge it */
    OneInstrument(Preparation preparation, ToDoubleFunction<Window> score) {
        this.preparation = preparation;
        this.score = score;
    }

    /** Returns the correction that leaves least, if there is one that helps; scored is the score without. */
    Optional<Correction> best(Preparation.Ready ready, double scored) {
        FrameSchema schema = ready.believed().schema();
        return IntStream.range(0, schema.width())
                .filter(channel -> explains(schema, channel) && !preparation.underway(ready, channel))
                .mapToObj(channel -> of(ready, channel, scored))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Correction::score));
    }

    private boolean explains(FrameSchema schema, int channel) {
        return schema.channel(channel).role() == Role.AMBIENT
                || preparation.physics().explains(schema.channel(channel).name());
    }

    private Optional<Correction> of(Preparation.Ready ready, int channel, double scored) {
        double unit = FIRST * preparation.gate().noise(ready.read().asset(), channel);
        if (!(unit > 0)) {
            return Optional.empty();
        }
        DoubleUnaryOperator squared = by -> {
            double left = score.applyAsDouble(preparation.shifted(ready, channel, by));
            return left * left;
        };
        double first = lowest(squared, 0, scored * scored, unit);
        double left = squared.applyAsDouble(first);
        if (!(left < WORTHWHILE * scored * scored)) { // NaN is not
            return Optional.empty();
        }
        double second = lowest(squared, first, left, NEARER * Math.abs(first));
        double after = squared.applyAsDouble(second);
        boolean better = after < left;
        return Optional.of(new Correction(
                ready.read().schema().channel(channel).name(),
                better ? second : first,
                Math.sqrt(better ? after : left)));
    }

    /** Returns where the parabola through three points is lowest, or the middle one if it has no such place. */
    private static double lowest(DoubleUnaryOperator squared, double at, double there, double apart) {
        double less = squared.applyAsDouble(at - apart);
        double more = squared.applyAsDouble(at + apart);
        double bend = less + more - 2 * there;
        return bend > 0 ? at + apart * (less - more) / (2 * bend) : at;
    }
}
