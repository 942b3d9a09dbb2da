package org.industrialmind.learning.prognosis.path;

import java.util.List;

/**
 * What a detector made of one machine on its way from the first damage to its failure.
 *
 * @param readings in order of time
 * @param lifeHours from the first damage to the failure
 */
public record FailedMachine(List<Reading> readings, double lifeHours) {
    private static final double NEIGHBOURHOOD = 0.05; // of the life to either side: wide enough for a median of some

    /** @throws IllegalArgumentException if the life is not positive or there is no reading */
    public FailedMachine {
        readings = List.copyOf(readings);
        if (!(lifeHours > 0) || readings.isEmpty()) {
            throw new IllegalArgumentException("failed machine with " + readings.size() + " readings over a life of "
                    + lifeHours + " h: expected some, and a positive life");
        }
    }

    /**
     * One verdict of the detector.
     *
     * @param hours since the first damage
     * @param level log of the score relative to the limit
     */
    public record Reading(double hours, double level) {}

    /** Returns the median level around each of the shares 0, 1/steps, ... 1 of the life; NaN where there is no reading. */
    double[] course(int steps) {
        double[] course = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double share = (double) i / steps;
            course[i] = median(share - NEIGHBOURHOOD, Math.min(1, share + NEIGHBOURHOOD));
        }
        return course;
    }

    private double median(double fromShare, double toShare) {
        double[] near = readings.stream()
                .filter(r -> r.hours() >= fromShare * lifeHours && r.hours() <= toShare * lifeHours)
                .mapToDouble(Reading::level)
                .sorted()
                .toArray();
        return near.length == 0 ? Double.NaN : near[near.length / 2];
    }

    /** Returns the path of its levels up to the failure, from the first that lies above the limit. */
    ConditionPath path() {
        double from = readings.stream()
                .filter(r -> r.level() > 0)
                .mapToDouble(Reading::hours)
                .findFirst()
                .orElse(0);
        long span = Math.max(1, nanos(lifeHours / 4 / ConditionPath.MOST));
        ConditionPath path = ConditionPath.from(nanos(from), span);
        for (Reading reading : readings) {
            if (reading.hours() >= from && reading.hours() <= lifeHours) {
                path = path.plus(nanos(reading.hours()), reading.level());
            }
        }
        return path;
    }

    private static long nanos(double hours) {
        return Math.round(hours * 3.6e12);
    }
}
