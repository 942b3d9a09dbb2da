package org.industrialmind.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.FitSettings;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.StateDict;

/**
 * Training steps of the networks that machines get, ours beside Debian's PyTorch, each on one thread: the same layers, the
 * same first parameters and examples, clipping and AdamW. Both sides take turns, and the least of all epochs counts, since
 * neighbours on the machine only ever add to a time. Processor time is the steadier figure: of the thread that trains, and of
 * Python as a whole; compilers and collectors of the JVM, which rest once it is warm, are in the wall time only.
 */
public final class NetworkBenchmark {
    private static final int ROUNDS = 3;
    private static final double SECONDS_A_ROUND = 5;
    private static final int CHECKED_STEPS = 20; // as networks.py has it
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.01;
    private static final long SEED = 1;

    /** The clock and the loss of one side: microseconds a step. */
    record Taken(double loss, double cpu, double wall) {}

    private NetworkBenchmark() {}

    /** Runs all of them, prints the table and writes the report to the folder given, or to the build's. */
    public static void main(String[] arguments) throws IOException {
        Optional<TorchPeer> peer = TorchPeer.find(Path.of("benchmarks/src/main/python/networks.py"));
        if (peer.isEmpty()) {
            System.out.println("NOTE: there is no PyTorch for /usr/bin/python3 to compare with: our times alone follow."
                    + " Install python3-torch for the comparison.");
        }
        Report report = new Report("networks", "torch");
        for (NetworkTask task : NetworkTask.values()) {
            List<Taken> ours = new ArrayList<>();
            List<Taken> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(ours(task, SECONDS_A_ROUND));
                if (peer.isPresent()) {
                    theirs.add(peer.get().measure(task, state(task), SECONDS_A_ROUND));
                }
            }
            Taken our = least(ours);
            System.out.printf(
                    Locale.ROOT,
                    "%-12s ours %6.0f us of processor a step, %6.0f steps/s, loss %.5f after %d steps%n",
                    task.key(),
                    our.cpu(),
                    1e6 / our.wall(),
                    our.loss(),
                    CHECKED_STEPS);
            if (peer.isPresent()) {
                Taken other = least(theirs);
                requireSame(task, our, other);
                report.add(new Report.Row(task.key() + " step, cpu", our.cpu() / 1e3, other.cpu() / 1e3, 0));
                report.add(new Report.Row(task.key() + " step, wall", our.wall() / 1e3, other.wall() / 1e3, 0));
            }
        }
        if (peer.isPresent()) {
            System.out.println(report.table());
            System.out.println(
                    report.write(Path.of(arguments.length > 0 ? arguments[0] : "benchmarks/target/reports")));
        }
    }

    private static Taken least(List<Taken> taken) {
        double cpu = taken.stream().mapToDouble(Taken::cpu).min().orElseThrow();
        double wall = taken.stream().mapToDouble(Taken::wall).min().orElseThrow();
        return new Taken(taken.getFirst().loss(), cpu, wall);
    }

    /** Ends the run if the two sides did not do the same. */
    private static void requireSame(NetworkTask task, Taken ours, Taken theirs) {
        if (!(Math.abs(ours.loss() - theirs.loss()) < 1e-3 * theirs.loss())) {
            throw new IllegalStateException(task.key() + " has the loss " + ours.loss() + " after " + CHECKED_STEPS
                    + " steps, and PyTorch " + theirs.loss() + ": expected the same work on both sides");
        }
    }

    static StateDict state(NetworkTask task) {
        try (Network network = Network.create(task.spec(), SEED)) {
            return network.state();
        }
    }

    /** Trains our side for so many seconds, epoch by epoch. */
    static Taken ours(NetworkTask task, double seconds) {
        Examples examples = task.examples(task.batches());
        Examples judged = task.examples(1);
        double cpu = Double.POSITIVE_INFINITY;
        double wall = Double.POSITIVE_INFINITY;
        int epochs = 4; // in one fit, so that moving the examples to libtorch is not counted for each
        try (Network network = Network.create(task.spec(), SEED)) {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            do {
                List<long[]> marks = new ArrayList<>();
                Fit.of(network, settings(epochs, task.batch()), SEED)
                        .notedIn(Logbook.toldTo(entry -> marks.add(new long[] {processorNanos(), System.nanoTime()})))
                        .run(examples, judged);
                for (int i = 1; i < marks.size(); i++) {
                    cpu = Math.min(cpu, (double) (marks.get(i)[0] - marks.get(i - 1)[0]));
                    wall = Math.min(wall, (double) (marks.get(i)[1] - marks.get(i - 1)[1]));
                }
            } while (System.nanoTime() < end);
        }
        return new Taken(loss(task), cpu / 1e3 / task.batches(), wall / 1e3 / task.batches());
    }

    /** Returns the loss at the last of some steps on one batch. */
    static double loss(NetworkTask task) {
        Examples one = task.examples(1);
        try (Network network = Network.create(task.spec(), SEED)) {
            Fit.Report report = Fit.run(network, one, one, settings(CHECKED_STEPS, task.batch()), SEED);
            return report.curve().epochs().getLast().training();
        }
    }

    private static FitSettings settings(int epochs, int batch) {
        return new FitSettings(epochs, batch, RATE, epochs, 1.0).withWeightDecay(DECAY);
    }

    /** Of the engine's thread, on which fits tell: the process's own count moves in steps of ten milliseconds. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
