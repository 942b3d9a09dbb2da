package org.industrialmind.telemetry.scoring;

import java.util.List;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;

/** Gives every window a score that depends on each of its values and on where it stands: equal scores, equal windows. */
final class ChecksumScorer implements WindowScorer {
    static final ModelRef MODEL = new ModelRef("anomaly/checksum", 1);

    @Override
    public List<Assessment> assess(List<Window> windows) {
        return windows.stream().map(ChecksumScorer::assess).toList();
    }

    static Assessment assess(Window window) {
        return new Assessment.Normal(window.asset(), window.endNanos(), MODEL, checksum(window));
    }

    static double checksum(Window window) {
        long sum = window.endNanos();
        for (int row = 0; row < window.length(); row++) {
            for (int channel = 0; channel < window.width(); channel++) {
                sum = sum * 31 + Float.floatToIntBits(window.get(row, channel));
            }
        }
        return sum & 0xffff_ffff_ffffL; // 48 bits: exact as a double
    }
}
