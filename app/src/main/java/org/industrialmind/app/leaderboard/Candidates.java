package org.industrialmind.app.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.learning.leaderboard.LaggedRowMethod;
import org.industrialmind.learning.leaderboard.NoveltyRows;
import org.industrialmind.learning.leaderboard.RowMethod;
import org.industrialmind.learning.leaderboard.Watch;
import org.industrialmind.learning.novelty.Aakr;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.industrialmind.learning.novelty.LaggedMethod;
import org.industrialmind.learning.novelty.LinearForecast;
import org.industrialmind.learning.novelty.NearestPatch;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.PatchMemory;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.torch.novelty.DeepNovelty;
import org.industrialmind.torch.novelty.DeepSettings;
import org.industrialmind.torch.novelty.PatchEmbedding;
import org.industrialmind.torch.novelty.WindowNetwork;

/** The watches that a board chooses from: the same for all data sets. */
final class Candidates {
    private static final double[] WEIGHTS = {0.2, 0.1};
    private static final int HABITUATION = 300; // rows
    private static final int ROWS = 20;
    private static final int PATCH_ROWS = 32;

    /** A board fits every network six times a series: fewer epochs and windows than a machine's own detector gets. */
    private static final DeepSettings BRIEF = new DeepSettings(10, 4, 5e-3, 500);

    private Candidates() {}

    /**
     * Returns those by which the published figures of the boards were made: distances of rows and of patches.
     *
     * @param habituation of each, in rows; 0 for none
     */
    static List<Watch> few(int habituation) {
        return watches(
                List.of(
                        List.of(lagged(LaggedDistance.of(2))),
                        List.of(lagged(LaggedDistance.of(9))),
                        List.of(lagged(LaggedDistance.of(19))),
                        List.of(lagged(NearestPatch.of(29))),
                        List.of(lagged(LaggedDistance.of(2)), lagged(LaggedDistance.of(19))),
                        List.of(lagged(LaggedDistance.of(19)), lagged(NearestPatch.of(29)))),
                habituation);
    }

    /**
     * Returns these and the product's own detectors, classical and networks, each by itself and some together; all of them
     * also growing used to what stays.
     */
    static List<Watch> wide() {
        return watches(methods(), 0, HABITUATION);
    }

    private static List<Watch> watches(List<List<RowMethod>> all, int... habituations) {
        List<Watch> watches = new ArrayList<>();
        for (List<RowMethod> methods : all) {
            for (double weight : WEIGHTS) {
                for (int habituation : habituations) {
                    watches.add(new Watch(methods, weight, habituation, 3));
                }
            }
        }
        return watches;
    }

    private static List<List<RowMethod>> methods() {
        RowMethod brief = lagged(LaggedDistance.of(2));
        RowMethod distance = lagged(LaggedDistance.of(19));
        RowMethod nearest = lagged(NearestPatch.of(29));
        RowMethod memory = windows(PatchMemory.defaults());
        RowMethod kernel = windows(Aakr.defaults());
        RowMethod variational = network(WindowNetwork.VARIATIONAL_AUTOENCODER);
        Stream<RowMethod> single = Stream.of(
                brief,
                lagged(LaggedDistance.of(9)),
                distance,
                nearest,
                memory,
                kernel,
                variational,
                windows(Pca.defaults()),
                windows(LinearForecast.defaults()),
                network(WindowNetwork.LSTM_AUTOENCODER),
                network(WindowNetwork.LSTM_FORECAST),
                new NoveltyRows(new PatchEmbedding(256, BRIEF), PATCH_ROWS));
        Stream<List<RowMethod>> together = Stream.of(
                List.of(brief, distance),
                List.of(distance, nearest),
                List.of(distance, memory),
                List.of(distance, kernel),
                List.of(memory, kernel),
                List.of(distance, memory, kernel),
                List.of(distance, memory, variational));
        return Stream.concat(single.map(List::of), together).toList();
    }

    private static RowMethod lagged(LaggedMethod method) {
        return new LaggedRowMethod(method);
    }

    private static RowMethod network(WindowNetwork network) {
        return windows(new DeepNovelty(network, BRIEF));
    }

    private static RowMethod windows(NoveltyMethod method) {
        return new NoveltyRows(method, ROWS);
    }
}
