package org.industrialmind.foundations.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that need a memory. */
class SequencesTest {
    private static final int TIME = 10;

    /** The addition problem of Hochreiter and Schmidhuber: add the two of ten numbers that are marked. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void an_lstm_learns_to_add_the_two_numbers_that_are_marked(long seed) {
        assertThat(addition(seed, random -> Lstm.of(2, 16, random))).isLessThan(0.02); // guessing the mean: 1 / 6
    }

    @ParameterizedTest
    @ValueSource(longs = {1})
    void a_gru_learns_it_too(long seed) {
        assertThat(addition(seed, random -> Gru.of(2, 16, random))).isLessThan(0.02);
    }

    private interface Drawn {
        Recurrence from(SplittableRandom random);
    }

    /** Returns the mean squared error on examples never seen. */
    private static double addition(long seed, Drawn drawn) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 600;
        double[] sequences = new double[size * TIME * 2];
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            int first = random.nextInt(TIME / 2);
            int second = TIME / 2 + random.nextInt(TIME / 2);
            for (int t = 0; t < TIME; t++) {
                double number = random.nextDouble();
                boolean marked = t == first || t == second;
                sequences[(i * TIME + t) * 2] = number;
                sequences[(i * TIME + t) * 2 + 1] = marked ? 1 : 0;
                sums[i] += marked ? number : 0;
            }
        }
        Tensor inputs = Tensor.of(sequences, size, TIME, 2);
        Tensor targets = Tensor.of(sums, size, 1);
        Recurrence recurrence = drawn.from(random);
        Sequential network = Sequential.of(
                recurrence, new Stateless.LastStep(), Dense.of(recurrence.hidden(), 1, Initialiser.XAVIER, random));
        Training training = Training.defaults()
                .withEpochs(40)
                .withBatchSize(25)
                .withRule(Adam.of(0.01))
                .withGradientLimit(1);
        int[] train = range(0, 500);
        training.fit(network, train, new int[0], Loss.squaredError(network, inputs, targets), seed, epoch -> {});
        return Loss.squaredError(network, inputs, targets)
                .of(range(500, size), Pass.asking())
                .value();
    }

    private static int[] range(int from, int to) {
        int[] numbers = new int[to - from];
        Arrays.setAll(numbers, i -> from + i);
        return numbers;
    }

    /** Tokens in, the scores of the next token at each step out. */
    private record LanguageModel(
            Embedding embedding, PositionalEncoding places, TransformerEncoderBlock block, Dense out) implements Model {
        static LanguageModel of(int tokens, int width, SplittableRandom random) {
            return new LanguageModel(
                    Embedding.of(tokens, width, random),
                    new PositionalEncoding(width),
                    TransformerEncoderBlock.of(width, 2, true, 0, random),
                    Dense.of(width, tokens, Initialiser.XAVIER, random));
        }

        Tensor forward(int[][] tokens, Pass pass) {
            Tensor steps = places.forward(embedding.forward(tokens), pass);
            return out.forward(block.forward(steps, pass), pass);
        }

        @Override
        public Map<String, Tensor> state() {
            return new State()
                    .with("embedding", embedding)
                    .with("block", block)
                    .with("out", out)
                    .map();
        }
    }

    /** Each sequence repeats five tokens drawn by chance: the second half follows only for who looks back five places. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_transformer_learns_to_look_back_for_the_next_token(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int tokens = 6;
        int period = 5;
        int[][] sequences = new int[500][2 * period];
        for (int[] sequence : sequences) {
            for (int t = 0; t < sequence.length; t++) {
                sequence[t] = t < period ? random.nextInt(tokens) : sequence[t - period];
            }
        }
        LanguageModel model = LanguageModel.of(tokens, 16, random);
        Loss next = (examples, pass) -> lossOfNext(model, sequences, examples, period, pass);
        Training training = Training.defaults()
                .withEpochs(40)
                .withBatchSize(25)
                .withRule(Adam.of(5e-3))
                .withSchedule(new Schedule.Cosine(0.1));
        List<Epoch> epochs = training.fit(model, range(0, 400), range(400, 500), next, seed, epoch -> {});
        assertThat(epochs.getFirst().heldOutLoss().orElseThrow()).isGreaterThan(1); // guessing: log 6 = 1.79
        assertThat(next.of(range(400, 500), Pass.asking()).value()).isLessThan(0.1);
    }

    private static Tensor lossOfNext(LanguageModel model, int[][] sequences, int[] examples, int period, Pass pass) {
        int length = 2 * period - 1;
        int[][] seen = new int[examples.length][];
        int[] following = new int[examples.length * (length - period + 1)];
        int at = 0;
        for (int i = 0; i < examples.length; i++) {
            int[] sequence = sequences[examples[i]];
            seen[i] = Arrays.copyOf(sequence, length);
            for (int t = period; t <= length; t++) {
                following[at++] = sequence[t];
            }
        }
        Tensor scores = model.forward(seen, pass).slice(1, period - 1, length);
        return scores.reshaped(following.length, -1).crossEntropy(following);
    }
}
