package org.industrialmind.foundations.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A recommender: the missing entries of a table of low rank, from those that are known.
 *
 * <p>A rating is the mean of all, plus what the user gives to everything, plus what the item gets from everybody, plus how
 * the user's tastes meet the item's traits: mean + b + c + u'v. With the items held, every user is a small least squares
 * problem of its own, and the other way round; the two are solved in turn. A penalty pulls everything towards 0, so that a
 * user of one rating is not taken to be that extreme; who has none gets the mean and the item's offset.
 *
 * <p>Trade-off: no step length, every sweep lowers the penalised loss, users are independent of each other and run in
 * parallel; but the rank and the penalty are to be chosen, and with them a local minimum. Complexity: O(ratings x rank^2 +
 * (users + items) x rank^3) a sweep.
 *
 * @param rank tastes of a user and traits of an item
 * @param penalty on squared offsets and tastes, for each rating of the user or item
 * @param sweeps over users and items
 * @see "Zhou, Wilkinson, Schreiber and Pan 2008, Large-scale parallel collaborative filtering for the Netflix prize, AAIM"
 */
public record AlternatingLeastSquares(int rank, double penalty, int sweeps) {
    public AlternatingLeastSquares {
        Shapes.atLeast("rank", rank, 1);
        Shapes.atLeast("sweeps", sweeps, 1);
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("penalty is " + penalty + ": expected a finite number above 0");
        }
    }

    /** A penalty of 0.05 and twenty sweeps. */
    public static AlternatingLeastSquares of(int rank) {
        return new AlternatingLeastSquares(rank, 0.05, 20);
    }

    public RecommenderModel fit(Ratings ratings, long seed) {
        double mean = ratings.mean();
        SplittableRandom random = new SplittableRandom(seed);
        double[][] users = new double[ratings.users()][rank + 1]; // tastes, then the offset
        double[][] items = new double[ratings.items()][rank + 1];
        for (double[] item : items) {
            for (int k = 0; k < rank; k++) {
                item[k] = 0.1 * random.nextGaussian();
            }
        }
        int[][] ofUser = positions(
                ratings.users(),
                IntStream.range(0, ratings.size()).map(ratings::user).toArray());
        int[][] ofItem = positions(
                ratings.items(),
                IntStream.range(0, ratings.size()).map(ratings::item).toArray());
        for (int sweep = 0; sweep < sweeps; sweep++) {
            IntStream.range(0, users.length)
                    .parallel()
                    .forEach(
                            u -> solve(users[u], ofUser[u], i -> items[ratings.item(i)], i -> ratings.value(i) - mean));
            IntStream.range(0, items.length)
                    .parallel()
                    .forEach(
                            v -> solve(items[v], ofItem[v], i -> users[ratings.user(i)], i -> ratings.value(i) - mean));
        }
        return new RecommenderModel(mean, Matrix.ofRows(users), Matrix.ofRows(items));
    }

    private static int[][] positions(int count, int[] owner) {
        int[] sizes = new int[count];
        for (int each : owner) {
            sizes[each]++;
        }
        int[][] positions = new int[count][];
        for (int o = 0; o < count; o++) {
            positions[o] = new int[sizes[o]];
        }
        for (int i = owner.length - 1; i >= 0; i--) {
            positions[owner[i]][--sizes[owner[i]]] = i;
        }
        return positions;
    }

    /** Gives one user or item the factors of least penalised squares, the other side held. */
    private void solve(double[] own, int[] positions, IntFunction<double[]> other, IntToDoubleFunction rating) {
        int size = rank + 1;
        if (positions.length == 0) {
            Arrays.fill(own, 0);
            return;
        }
        double[] normal = new double[size * size];
        double[] right = new double[size];
        for (int i : positions) {
            double[] traits = other.apply(i).clone();
            double target = rating.applyAsDouble(i) - traits[rank];
            traits[rank] = 1; // meets the own offset
            for (int j = 0; j < size; j++) {
                right[j] += traits[j] * target;
                for (int k = 0; k < size; k++) {
                    normal[j * size + k] += traits[j] * traits[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            normal[j * size + j] += penalty * positions.length;
        }
        double[] solution =
                CholeskyDecomposition.of(Matrix.of(size, size, normal)).solve(right);
        System.arraycopy(solution, 0, own, 0, size);
    }
}
