package org.industrialmind.learning.regime;

import java.util.List;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * The known ways of running of one machine.
 *
 * <p>A window in which a drive moves is between two of them, and one in which the machine is asked to stand still in none;
 * that is the same whichever way the settings of a steady window are told apart. Immutable and safe for use by many threads.
 */
public sealed interface Regimes permits LevelRegimes, MixtureRegimes {
    /**
     * Learns the regimes of one machine.
     *
     * @param windows of that schema, in order of time; where they are too few, there is no regime
     */
    static Regimes learn(FrameSchema schema, List<Window> windows, RegimeSettings settings) {
        return switch (settings.method()) {
            case LEVELS -> LevelRegimes.learn(schema, windows, settings);
            case MIXTURE -> MixtureRegimes.learn(schema, windows, settings);
            case NONE -> LevelRegimes.withoutDrives(windows, settings);
        };
    }

    /** Returns how many ways of running are known. */
    int count();

    /** Places a window of the machine. */
    Located locate(Window window);
}
