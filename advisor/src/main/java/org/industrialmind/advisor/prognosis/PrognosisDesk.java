package org.industrialmind.advisor.prognosis;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/** Where assessments become remaining lives. Safe for use by many threads and many processes. */
public interface PrognosisDesk {
    /**
     * Takes assessments in and remembers how far it has read; taking the same ones in again changes nothing.
     *
     * @return the machines that have a path now or had one before: those of which there is something new to say
     */
    Set<AssetId> process(AssessmentBatch batch);

    /** Returns for each partition the offset at which reading goes on. */
    Map<Integer, Long> positions();

    /** Returns the prognosis of that machine, or empty if no window of it has been judged yet. */
    Optional<Prognosis> of(Asset asset);

    /** Returns the machines that are on a path now. */
    Set<AssetId> onPaths();
}
