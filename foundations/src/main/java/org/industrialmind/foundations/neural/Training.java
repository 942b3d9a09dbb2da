package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;
import org.industrialmind.foundations.optimize.UpdateRule;

/**
 * The loop that teaches a model: small batches of shuffled examples, a step against the gradient of each.
 *
 * <p>The gradient of a batch is a noisy estimate of the whole one at a fraction of its cost; the noise does no harm, for the
 * rate shrinks what is left of it. Examples held out tell when a model begins to learn its examples by heart: after
 * {@code patience} epochs without a better loss on them the training ends, and the model is as it was at the best.
 *
 * <p>The same model, examples and seed give the same result.
 *
 * <ol>
 *   <li>Bottou, Curtis and Nocedal 2018, Optimization methods for large-scale machine learning, SIAM Review 60.
 *   <li>Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks, ICML: shortening.
 *   <li>Prechelt 1998, Early stopping - but when?, Neural Networks: Tricks of the Trade.
 * </ol>
 *
 * @param epochs the most passes over all examples
 * @param gradientLimit a gradient longer than this, over all parameters, is shortened to it; infinity for none
 * @param heldOutShare the share of the examples, drawn by chance, that is not learned from; 0 for none
 * @param patience the epochs without a better loss on the examples held out before training ends
 */
public record Training(
        int epochs,
        int batchSize,
        UpdateRule rule,
        Schedule schedule,
        double gradientLimit,
        double heldOutShare,
        int patience) {
    public Training {
        Checks.requirePositive("epochs", epochs);
        Checks.requirePositive("batchSize", batchSize);
        Checks.requireShare("heldOutShare", heldOutShare);
        Checks.requirePositive("patience", patience);
        if (!(gradientLimit > 0)) {
            throw new IllegalArgumentException(
                    "gradientLimit is " + gradientLimit + ": expected a number above 0, or infinity for no limit");
        }
    }

    /** Adam at 0.001 in batches of 32, for 100 epochs; nothing held out, no limit. */
    public static Training defaults() {
        return new Training(
                100, 32, Adam.defaults(), new Schedule.Constant(), Double.POSITIVE_INFINITY, 0, Integer.MAX_VALUE);
    }

    public Training withEpochs(int epochs) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    public Training withBatchSize(int batchSize) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    public Training withRule(UpdateRule rule) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    public Training withSchedule(Schedule schedule) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    public Training withGradientLimit(double gradientLimit) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    public Training withEarlyStopping(double heldOutShare, int patience) {
        return new Training(epochs, batchSize, rule, schedule, gradientLimit, heldOutShare, patience);
    }

    /**
     * Trains a model on examples numbered from 0, of which a share drawn by chance is held out.
     *
     * @return what each epoch came to, the last one last
     * @throws IllegalStateException if the loss is no number any more
     */
    public List<Epoch> fit(Model model, int examples, Loss loss, long seed) {
        int[] all = IntStream.range(0, examples).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        int held = (int) (heldOutShare * examples);
        if (held > 0) {
            shuffle(all, random);
        }
        int[] train = Arrays.copyOfRange(all, held, examples);
        return new Run(model, loss, random).over(train, Arrays.copyOf(all, held), epoch -> {});
    }

    /**
     * Trains a model on examples chosen by the caller, who may hold out the latest ones, and watches.
     *
     * @param heldOut examples to judge by; none for no early stopping, whatever the share in the settings
     * @throws IllegalStateException if the loss is no number any more
     */
    public List<Epoch> fit(Model model, int[] train, int[] heldOut, Loss loss, long seed, Consumer<Epoch> watcher) {
        return new Run(model, loss, new SplittableRandom(seed)).over(train.clone(), heldOut.clone(), watcher);
    }

    private static void shuffle(int[] numbers, RandomGenerator random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }

    private final class Run {
        private final Model model;
        private final Loss loss;
        private final SplittableRandom random;
        private final Updates updates;

        Run(Model model, Loss loss, SplittableRandom random) {
            this.model = model;
            this.loss = loss;
            this.random = random;
            updates = new Updates(model.parameters(), rule, gradientLimit);
            model.parameters().forEach(Tensor::clearGradient);
        }

        List<Epoch> over(int[] train, int[] heldOut, Consumer<Epoch> watcher) {
            if (train.length == 0) {
                throw new IllegalArgumentException("no examples to learn from: expected at least one");
            }
            List<Epoch> done = new ArrayList<>();
            Snapshot best = Snapshot.of(model);
            double lowest = Double.POSITIVE_INFINITY;
            int waited = 0;
            while (done.size() < epochs && waited < patience) {
                double learned = learn(train, done.size());
                OptionalDouble judged = heldOut.length > 0 ? judge(heldOut) : OptionalDouble.empty();
                Epoch epoch = new Epoch(done.size() + 1, learned, judged);
                done.add(epoch);
                watcher.accept(epoch);
                if (heldOut.length > 0) {
                    boolean better = epoch.judged() < lowest;
                    waited = better ? 0 : waited + 1;
                    lowest = better ? epoch.judged() : lowest;
                    best = better ? Snapshot.of(model) : best;
                }
            }
            if (heldOut.length > 0) {
                best.restore();
            }
            return List.copyOf(done);
        }

        private double learn(int[] train, int epoch) {
            shuffle(train, random);
            Pass pass = Pass.training(random);
            double sum = 0;
            for (int from = 0; from < train.length; from += batchSize) {
                int[] batch = Arrays.copyOfRange(train, from, Math.min(from + batchSize, train.length));
                Tensor mean = loss.of(batch, pass);
                if (!Double.isFinite(mean.value())) {
                    throw new IllegalStateException("the loss is " + mean.value() + " in epoch " + (epoch + 1)
                            + ": lower the rate, limit the gradient, or look for values that are not finite");
                }
                mean.backward();
                updates.step(schedule.factor((epoch + (double) from / train.length) / epochs));
                sum += mean.value() * batch.length;
            }
            return sum / train.length;
        }

        private OptionalDouble judge(int[] heldOut) {
            double sum = 0;
            for (int from = 0; from < heldOut.length; from += batchSize) {
                int[] batch = Arrays.copyOfRange(heldOut, from, Math.min(from + batchSize, heldOut.length));
                sum += loss.of(batch, Pass.asking()).value() * batch.length;
            }
            return OptionalDouble.of(sum / heldOut.length);
        }
    }
}
