package org.industrialmind.learning.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Looks at the readings before a model does, and masks those that cannot be what the channel measures.
 *
 * <p>A model of a machine believes what it reads; given a stuck transmitter it finds a machine that contradicts itself. So
 * every channel is first held against its own past: how much it trembles, in which steps, how far it ever jumped. What no
 * machine does - trembling no more, all of a sudden reading Fahrenheit - is a {@link Symptom} of the sensor; its cells are
 * set to missing, so that the others can still be judged.
 *
 * <p>Every limit is the worst that training has seen, times a margin: the gate is silent on what it has learned from. A
 * rougher process is no sensor fault: noise and jumps count only where one channel alone has them, since cavitation shakes
 * several at once, and noise only where the level has not changed with it: a worn bearing is louder in both. Drives are
 * commands, read by nobody, and are left alone.
 */
public final class QualityGate {
    private static final double MARGIN = 1.5; // times the worst of training
    private static final int SHORTEST_RUN = 12; // equal readings: fewer are chance for a coarse transmitter
    private static final double NOISY = 1.5; // times the noisiest window
    private static final double LOUD = 4; // times the usual noise
    private static final double REMARKABLE = 1.1; // times the noisiest window: then it is not one sensor alone
    private static final double SPIKE = 6; // deviations, Hampel's usual limit is 3 and looks at far fewer readings
    private static final double OUTSIDE = 1; // ranges beyond the range
    private static final double COARSE = 16; // times the resolution
    private static final double MISSING = 0.5;

    private final FrameSchema schema;
    private final Map<AssetId, MachineNorm> machines;

    /** What became of a window: what was wrong with it, and the window without that. */
    public record Inspection(Window window, List<Symptom> symptoms) {
        public Inspection {
            symptoms = List.copyOf(symptoms);
        }
    }

    QualityGate(FrameSchema schema, Map<AssetId, MachineNorm> machines) {
        this.schema = schema;
        this.machines = new TreeMap<>(machines);
    }

    /** Learns how every channel of every machine behaves from normal windows. */
    public static QualityGate fit(WindowSet set) {
        Map<AssetId, MachineNorm> machines = new TreeMap<>();
        set.byAsset().forEach((asset, windows) -> {
            List<Window> apart = apart(windows);
            List<ChannelNorm> norms = new ArrayList<>();
            for (int c = 0; c < set.schema().width(); c++) {
                norms.add(norm(apart, c));
            }
            machines.put(asset, new MachineNorm(norms, StepFit.of(apart, measured(set.schema()))));
        });
        return new QualityGate(set.schema(), machines);
    }

    /** Returns the positions of the channels that are measured. */
    static int[] measured(FrameSchema schema) {
        return IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role() != Role.DRIVE)
                .toArray();
    }

    /** Returns windows that share no reading, in order of time. */
    private static List<Window> apart(List<Window> windows) {
        List<Window> apart = new ArrayList<>();
        long read = Long.MIN_VALUE;
        for (Window window : windows) {
            if (window.startNanos() >= read) {
                apart.add(window);
                read = window.endNanos();
            }
        }
        return apart;
    }

    private static ChannelNorm norm(List<Window> windows, int channel) {
        List<Shape> shapes = windows.stream()
                .map(window -> Shape.of(window, channel))
                .filter(shape -> shape.read() >= Shape.FEWEST)
                .toList();
        if (shapes.isEmpty()) {
            return new ChannelNorm(0, 0, 0, 0, Integer.MAX_VALUE / 4, 0, 0);
        }
        double[] noise = shapes.stream().mapToDouble(Shape::noise).toArray();
        return new ChannelNorm(
                Quantiles.median(noise),
                Arrays.stream(noise).max().orElse(0),
                shapes.stream().mapToDouble(Shape::late).max().orElse(0),
                shapes.stream()
                        .mapToDouble(Shape::step)
                        .filter(step -> step > 0)
                        .min()
                        .orElse(0),
                shapes.stream().mapToInt(Shape::longest).max().orElse(0),
                shapes.stream().mapToDouble(Shape::level).min().orElse(0),
                shapes.stream().mapToDouble(Shape::level).max().orElse(0));
    }

    /** Inspects a window; one of an unknown machine is left as it is. */
    public Inspection inspect(Window window) {
        MachineNorm norm = machines.get(window.asset());
        if (norm == null || window.schema().id() != schema.id()) {
            return new Inspection(window, List.of());
        }
        Look look = new Look(window, norm);
        look.eachAlone();
        look.together();
        return look.inspection();
    }

    /**
     * Returns the pairs of channels of a window that may have been exchanged, since each reads what the other usually does:
     * before the window began, or at the row at which its channels step most. Many pairs do by nature, such as the two
     * bearings of a shaft; whether the exchange explains anything is another question.
     */
    public List<Exchange> exchanges(Window window) {
        MachineNorm norm = machines.get(window.asset());
        if (norm == null || window.schema().id() != schema.id()) {
            return List.of();
        }
        int[] measured = measured(schema);
        return IntStream.of(0, norm.steps().scan(window, measured).changedAt())
                .distinct()
                .boxed()
                .flatMap(from -> Exchange.possible(window, from, measured, norm.channels()).stream())
                .toList();
    }

    /** Returns the standard deviation of a channel's noise, in its unit; 0 if it has none or the machine is unknown. */
    public double noise(AssetId asset, int channel) {
        MachineNorm norm = machines.get(asset);
        return norm == null ? 0 : norm.channels().get(channel).noise();
    }

    Map<AssetId, MachineNorm> machines() {
        return machines;
    }

    FrameSchema schema() {
        return schema;
    }

    /** The inspection of one window. */
    private final class Look {
        private final Window window;
        private final List<ChannelNorm> norms;
        private final StepNorm steps;
        private final Shape[] shapes;
        private final float[] values;
        private final int width;
        private final List<Symptom> symptoms = new ArrayList<>();
        private boolean masked;

        Look(Window window, MachineNorm norm) {
            this.window = window;
            this.norms = norm.channels();
            this.steps = norm.steps();
            this.width = window.width();
            this.shapes = new Shape[width];
            this.values = window.values();
            for (int c = 0; c < width; c++) {
                shapes[c] = Shape.of(window, c);
            }
        }

        private Window seen() {
            return masked ? new Window(window.asset(), schema, window.endNanos(), values) : window;
        }

        Inspection inspection() {
            return new Inspection(seen(), symptoms);
        }

        private boolean watched(int channel) {
            return schema.channel(channel).role() != Role.DRIVE;
        }

        private String name(int channel) {
            return schema.channel(channel).name();
        }

        void eachAlone() {
            for (int c = 0; c < width; c++) {
                if (watched(c)) {
                    alone(c, norms.get(c), shapes[c]);
                }
            }
        }

        private void alone(int channel, ChannelNorm norm, Shape shape) {
            double missing = 1 - (double) shape.read() / window.length();
            if (missing > MISSING && window.coverage() > MISSING) {
                symptoms.add(new Symptom.Gap(name(channel), missing / MISSING, missing));
            }
            if (shape.read() < Shape.FEWEST) {
                return;
            }
            double beyond = OUTSIDE * norm.range();
            boolean outside = shape.outside(norm.low() - beyond, norm.high() + beyond);
            OptionalDouble other = outside ? otherUnit(channel, norm, shape) : OptionalDouble.empty();
            double run = shape.longest() / Math.max(SHORTEST_RUN, MARGIN * norm.longest());
            if (other.isPresent()) {
                symptoms.add(new Symptom.OtherUnit(
                        name(channel), 2, schema.channel(channel).unit().ucum()));
                mask(channel);
            } else if (run > 1 && outside && norm.range() > 0) {
                symptoms.add(new Symptom.Rail(name(channel), run, shape.level()));
                mask(channel);
            } else if (run > 1) {
                symptoms.add(new Symptom.Stuck(name(channel), run, shape.longest()));
                mask(channel);
            } else if (norm.step() > 0 && shape.step() > COARSE * norm.step() && shape.step() > norm.noise()) {
                symptoms.add(new Symptom.Coarse(name(channel), shape.step() / (COARSE * norm.step()), shape.step()));
            } else {
                spikes(channel, norm);
            }
        }

        /** Returns the level converted back, if level and noise are then as usual and the readings are not. */
        private OptionalDouble otherUnit(int channel, ChannelNorm norm, Shape shape) {
            return Conversion.of(schema.channel(channel).unit()).stream()
                    .filter(conversion -> norm.noise() > 0 && alike(conversion.factor() * shape.noise(), norm.noise()))
                    .mapToDouble(conversion -> conversion.back(shape.level()))
                    .filter(norm::usual)
                    .findFirst();
        }

        private static boolean alike(double noise, double usual) {
            return noise > usual / 2 && noise < usual * 2;
        }

        /** Masks readings far from the median of their neighbours, if at most two stand together (Hampel). */
        private void spikes(int channel, ChannelNorm norm) {
            double limit = SPIKE * Math.max(norm.noisiest(), norm.step());
            int count = 0;
            double furthest = 0;
            double[] five = new double[5];
            for (int row = 2; row + 2 < window.length() && limit > 0; row++) {
                double value = window.get(row, channel);
                boolean read = Math.abs(value - window.get(row - 1, channel)) > limit
                        || Math.abs(value - window.get(row + 1, channel)) > limit; // else it is no spike
                for (int k = 0; k < 5 && read; k++) {
                    five[k] = window.get(row + k - 2, channel);
                    read &= Double.isFinite(five[k]);
                }
                double away = read ? Math.abs(five[2] - Quantiles.median(five)) : 0;
                if (away > limit) {
                    values[row * width + channel] = Float.NaN;
                    masked = true;
                    count++;
                    furthest = Math.max(furthest, away);
                }
            }
            if (count > 0) {
                symptoms.add(new Symptom.Spikes(name(channel), furthest / limit, count));
                shapes[channel] = Shape.of(seen(), channel); // a spike is no noise
            }
        }

        private void mask(int channel) {
            for (int at = channel; at < values.length; at += width) {
                values[at] = Float.NaN;
            }
            masked = true;
        }

        /** Returns whether a channel is or has become that many times as noisy as the noisiest that it was in training. */
        private boolean noisier(int channel, double times) {
            ChannelNorm norm = norms.get(channel);
            return watched(channel)
                    && norm.noisiest() > 0
                    && norm.noisiestLate() > 0
                    && shapes[channel].noisier(times * norm.noisiest(), times * norm.noisiestLate());
        }

        /** Noise and jumps count where one channel alone has them. */
        void together() {
            int noisiest = -1;
            int noisy = 0;
            for (int c = 0; c < width; c++) {
                if (noisier(c, REMARKABLE)) {
                    noisy++;
                    noisiest = c;
                }
            }
            if (noisy == 1 && noisier(noisiest, NOISY) && norms.get(noisiest).usual(shapes[noisiest].level())) {
                ChannelNorm norm = norms.get(noisiest);
                double usual = Math.max(norm.noise(), norm.step() / 2); // coarse readings may not tremble at all
                double ratio = Math.max(shapes[noisiest].noise(), shapes[noisiest].late()) / usual;
                if (ratio > LOUD) {
                    symptoms.add(new Symptom.Noise(name(noisiest), ratio / LOUD, ratio));
                    mask(noisiest);
                }
            }
            int[] measured = measured(schema);
            steps.scan(seen(), measured)
                    .step()
                    .ifPresent(step -> symptoms.add(new Symptom.Jump(
                            name(measured[step.channel()]),
                            Math.abs(step.deviations()) / step.limit(),
                            step.deviations(),
                            step.row(),
                            step.company())));
        }
    }
}
