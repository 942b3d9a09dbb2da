package org.industrialmind.learning.anomaly;

import java.util.List;

/**
 * One known way of running of one machine: at which level each drive is held, and what every channel then reads.
 *
 * @param levels index of the level of each drive, in the order of the drives
 * @param scale the normal level and spread of each channel
 * @param windows how many training windows were seen in it
 */
record Regime(List<Integer> levels, Scale scale, int windows) {
    Regime {
        levels = List.copyOf(levels);
    }
}
