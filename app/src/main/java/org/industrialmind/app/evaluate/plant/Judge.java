package org.industrialmind.app.evaluate.plant;

import java.util.List;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/** Somebody who says of each window of a class of machines whether it is abnormal. */
@FunctionalInterface
interface Judge {
    List<Verdict> judge(List<Window> windows);

    /** How a judge comes about: from the normal windows of a class of machines. */
    @FunctionalInterface
    interface School {
        Judge learn(WindowSet normal, long seed);
    }
}
