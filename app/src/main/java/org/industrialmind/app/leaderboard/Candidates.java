package org.industrialmind.app.leaderboard;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.leaderboard.LaggedDistance;
import org.industrialmind.learning.leaderboard.NearestPatch;
import org.industrialmind.learning.leaderboard.RowMethod;
import org.industrialmind.learning.leaderboard.Watch;

/** The watches that every board chooses from: the same for all data sets. */
final class Candidates {
    private static final double[] WEIGHTS = {0.2, 0.1};

    private Candidates() {}

    static List<Watch> all() {
        List<Watch> watches = new ArrayList<>();
        for (List<RowMethod> methods : methods()) {
            for (double weight : WEIGHTS) {
                watches.add(new Watch(methods, weight, 3));
            }
        }
        return watches;
    }

    private static List<List<RowMethod>> methods() {
        return List.of(
                List.of(LaggedDistance.of(2)),
                List.of(LaggedDistance.of(9)),
                List.of(LaggedDistance.of(19)),
                List.of(NearestPatch.of(29)),
                List.of(LaggedDistance.of(2), LaggedDistance.of(19)),
                List.of(LaggedDistance.of(19), NearestPatch.of(29)));
    }
}
