package org.industrialmind.foundations.neighbors;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Where rows are compared: the metric, made fast. Distances are compared in a reduced form that rises with the true one
 * but is cheaper (the square instead of its root), and Mahalanobis rows are whitened once, not at every comparison.
 */
abstract sealed class Space {
    final int columns;

    private Space(int columns) {
        this.columns = columns;
    }

    static Space of(Metric metric, int columns) {
        return switch (metric) {
            case Metric.Euclidean euclidean -> new Squares(columns);
            case Metric.Manhattan manhattan -> new Sums(columns);
            case Metric.Chebyshev chebyshev -> new Largest(columns);
            case Metric.Minkowski minkowski when minkowski.power() == 1 -> new Sums(columns);
            case Metric.Minkowski minkowski when minkowski.power() == 2 -> new Squares(columns);
            case Metric.Minkowski minkowski -> new Powers(columns, minkowski.power());
            case Metric.Mahalanobis mahalanobis -> new Whitened(mahalanobis.covariance(), columns);
            case Metric.Haversine haversine -> new Sphere(columns);
        };
    }

    /** Returns the reduced distance of the row that begins in values at the position. */
    abstract double reduced(double[] row, double[] values, int at);

    /** Returns what one column alone adds to (or, for Chebyshev, raises) the reduced distance. */
    abstract double ofColumn(double difference);

    /** Returns the reduced distance of which these are the columns' shares so far and next. */
    double joined(double soFar, double next) {
        return soFar + next;
    }

    /** Returns the least reduced distance to any point of a box, of which all lower edges come first. */
    double reducedToBox(double[] row, double[] boxes, int at) {
        double bound = 0;
        for (int c = 0; c < columns; c++) {
            double outside = Math.max(Math.max(boxes[at + c] - row[c], row[c] - boxes[at + columns + c]), 0);
            bound = joined(bound, ofColumn(outside));
        }
        return bound;
    }

    abstract double distance(double reduced);

    abstract double reduced(double distance);

    /** Returns the row as this space compares it; its own array. */
    double[] placed(double[] row) {
        return row.clone();
    }

    double[] requirePlaced(double[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values: expected " + columns + ", as the rows searched have");
        }
        for (int c = 0; c < columns; c++) {
            if (!Double.isFinite(row[c])) {
                throw new IllegalArgumentException("the value in column " + c + " is " + row[c]
                        + ": expected a finite number; fill missing values before asking for distances");
            }
        }
        return placed(row);
    }

    /** Returns all rows as this space compares them, row after row. */
    double[] placed(Matrix rows) {
        rows.requireFinite();
        double[] values = new double[Math.multiplyExact(rows.rows(), columns)];
        for (int r = 0; r < rows.rows(); r++) {
            System.arraycopy(placed(rows.row(r)), 0, values, r * columns, columns);
        }
        return values;
    }

    private static sealed class Squares extends Space {
        Squares(int columns) {
            super(columns);
        }

        @Override
        double reduced(double[] row, double[] values, int at) {
            double sum = 0;
            for (int c = 0; c < row.length; c++) {
                double difference = row[c] - values[at + c];
                sum += difference * difference;
            }
            return sum;
        }

        @Override
        double ofColumn(double difference) {
            return difference * difference;
        }

        @Override
        double reducedToBox(double[] row, double[] boxes, int at) {
            double bound = 0;
            for (int c = 0; c < row.length; c++) {
                double outside = Math.max(Math.max(boxes[at + c] - row[c], row[c] - boxes[at + row.length + c]), 0);
                bound += outside * outside;
            }
            return bound;
        }

        @Override
        double distance(double reduced) {
            return Math.sqrt(reduced);
        }

        @Override
        double reduced(double distance) {
            return distance * distance;
        }
    }

    private static final class Whitened extends Squares {
        private final double[][] factor; // L of the covariance L L', lower triangle

        Whitened(Matrix covariance, int columns) {
            super(columns);
            if (covariance.rows() != columns || covariance.columns() != columns) {
                throw new IllegalArgumentException("the covariance is " + covariance + " for rows of " + columns
                        + " values: expected a square of as many");
            }
            factor = new double[columns][columns];
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k <= j; k++) {
                    double sum = covariance.get(j, k);
                    for (int i = 0; i < k; i++) {
                        sum -= factor[j][i] * factor[k][i];
                    }
                    if (k == j && !(sum > 1e-13 * covariance.get(j, j))) {
                        throw new IllegalArgumentException("column " + j + " of the covariance depends on those before"
                                + " it: expected a positive definite matrix, or leave the column out");
                    }
                    factor[j][k] = k == j ? Math.sqrt(sum) : sum / factor[k][k];
                }
            }
        }

        @Override
        double[] placed(double[] row) {
            double[] white = row.clone();
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < j; k++) {
                    white[j] -= factor[j][k] * white[k];
                }
                white[j] /= factor[j][j];
            }
            return white;
        }
    }

    private static final class Sums extends Space {
        Sums(int columns) {
            super(columns);
        }

        @Override
        double reduced(double[] row, double[] values, int at) {
            double sum = 0;
            for (int c = 0; c < row.length; c++) {
                sum += Math.abs(row[c] - values[at + c]);
            }
            return sum;
        }

        @Override
        double ofColumn(double difference) {
            return Math.abs(difference);
        }

        @Override
        double distance(double reduced) {
            return reduced;
        }

        @Override
        double reduced(double distance) {
            return distance;
        }
    }

    private static final class Largest extends Space {
        Largest(int columns) {
            super(columns);
        }

        @Override
        double reduced(double[] row, double[] values, int at) {
            double largest = 0;
            for (int c = 0; c < row.length; c++) {
                largest = Math.max(largest, Math.abs(row[c] - values[at + c]));
            }
            return largest;
        }

        @Override
        double ofColumn(double difference) {
            return Math.abs(difference);
        }

        @Override
        double joined(double soFar, double next) {
            return Math.max(soFar, next);
        }

        @Override
        double distance(double reduced) {
            return reduced;
        }

        @Override
        double reduced(double distance) {
            return distance;
        }
    }

    private static final class Powers extends Space {
        private final double power;

        Powers(int columns, double power) {
            super(columns);
            this.power = power;
        }

        @Override
        double reduced(double[] row, double[] values, int at) {
            double sum = 0;
            for (int c = 0; c < row.length; c++) {
                sum += Math.pow(Math.abs(row[c] - values[at + c]), power);
            }
            return sum;
        }

        @Override
        double ofColumn(double difference) {
            return Math.pow(Math.abs(difference), power);
        }

        @Override
        double distance(double reduced) {
            return Math.pow(reduced, 1 / power);
        }

        @Override
        double reduced(double distance) {
            return Math.pow(distance, power);
        }
    }

    /** Reduced: the square of half the chord. */
    private static final class Sphere extends Space {
        Sphere(int columns) {
            super(columns);
            if (columns != 2) {
                throw new IllegalArgumentException(
                        "rows of " + columns + " values on a sphere: expected latitude and longitude, in radians");
            }
        }

        @Override
        double reduced(double[] row, double[] values, int at) {
            double up = Math.sin((row[0] - values[at]) / 2);
            double along = Math.sin((row[1] - values[at + 1]) / 2);
            return up * up + Math.cos(row[0]) * Math.cos(values[at]) * along * along;
        }

        @Override
        double ofColumn(double difference) {
            throw new IllegalArgumentException("a box of latitudes and longitudes bounds no distance on a sphere:"
                    + " take a ball tree or brute force");
        }

        @Override
        double distance(double reduced) {
            return 2 * Math.asin(Math.sqrt(Math.min(1, reduced)));
        }

        @Override
        double reduced(double distance) {
            double half = Math.sin(Math.min(distance, Math.PI) / 2);
            return half * half;
        }
    }
}
