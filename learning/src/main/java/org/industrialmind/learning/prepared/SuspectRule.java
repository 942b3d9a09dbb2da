package org.industrialmind.learning.prepared;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.quality.Symptom;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;

/**
 * Says of an abnormal window whether it speaks against the machine or against one of its sensors.
 *
 * <p>A machine that changes moves several channels, for they depend on each other; a sensor that fails moves its own. So
 * each of the foremost contributors is left out in turn and the window judged again without it:
 *
 * <ul>
 *   <li>If no single one suffices to make the window normal, the machine is suspect.
 *   <li>If one does, and it jumped from one reading to the next while nothing else did, the sensor is suspect: what a
 *       machine does to one channel only, such as the first sign of a spall, it does slowly.
 *   <li>If one does without such a sign, nobody can tell, and it counts as the machine's.
 * </ul>
 *
 * <p>Where the gate has found what no machine does, the sensor is suspect without further question, unless the machine is
 * abnormal without that channel too.
 *
 * @see "Dunia, Qin, Edgar and McAvoy 1996, Identification of faulty sensors using principal component analysis, AIChE 42"
 */
final class SuspectRule {
    private static final int TRIED = 3; // of the foremost contributors

    private final AnomalyDetector detector;
    private final Preparation preparation;

    SuspectRule(AnomalyDetector detector, Preparation preparation) {
        this.detector = detector;
        this.preparation = preparation;
    }

    /** Completes a verdict on a window that was made ready. */
    Verdict complete(Verdict verdict, Preparation.Ready ready) {
        boolean elsewhere = verdict instanceof Verdict.Abstained abstained && !tells(abstained.reason());
        Verdict judged = elsewhere
                ? verdict
                : ready.refused().<Verdict>map(Verdict.Abstained::new).orElse(verdict);
        Optional<Symptom> conclusive = ready.symptoms().stream()
                .filter(Symptom::conclusive)
                .max(Comparator.comparingDouble(Symptom::strength));
        return switch (judged) {
            case Verdict.Abstained abstained ->
                conclusive
                        .filter(symptom -> tells(abstained.reason()))
                        .<Verdict>map(symptom -> told(symptom, 0))
                        .orElse(abstained);
            case Verdict.Scored scored when scored.abnormal() -> suspected(scored, ready);
            case Verdict.Scored scored ->
                conclusive
                        .or(() -> jump(ready.symptoms()))
                        .<Verdict>map(symptom -> told(symptom, scored.score()))
                        .orElse(scored);
        };
    }

    /** Returns whether a sensor may be told of in a window that the model will not judge: not amid a change or at rest. */
    private static boolean tells(Reason reason) {
        return switch (reason) {
            case TOO_FEW_READINGS, UNKNOWN_REGIME -> true;
            case TRANSIENT, STANDSTILL, NO_MODEL, OTHER_SCHEMA, SCORER_FAILED -> false;
        };
    }

    /** A jump that the detector does not mind is told all the same: the reading is off since. */
    private static Optional<Symptom> jump(List<Symptom> symptoms) {
        return symptoms.stream()
                .filter(Symptom.Jump.class::isInstance)
                .max(Comparator.comparingDouble(Symptom::strength));
    }

    private static Verdict told(Symptom symptom, double score) {
        Contribution only = new Contribution(symptom.channel(), 1, 0);
        return new Verdict.Scored(Math.max(score, symptom.strength()), List.of(only), Suspect.SENSOR);
    }

    private Verdict suspected(Verdict.Scored scored, Preparation.Ready ready) {
        Optional<String> alone = alone(scored, ready);
        if (alone.isEmpty()) {
            return new Verdict.Scored(scored.score(), scored.contributions(), Suspect.MACHINE);
        }
        boolean jumped = ready.symptoms().stream()
                .anyMatch(symptom ->
                        symptom instanceof Symptom.Jump && symptom.channel().equals(alone.get()));
        if (!jumped) {
            return new Verdict.Scored(scored.score(), scored.contributions(), Suspect.UNDETERMINED);
        }
        List<Contribution> first = scored.contributions().stream()
                .filter(each -> each.channel().equals(alone.get()))
                .toList();
        return new Verdict.Scored(scored.score(), first, Suspect.SENSOR);
    }

    /** Returns the channel without which the window would be normal, if one suffices. */
    private Optional<String> alone(Verdict.Scored scored, Preparation.Ready ready) {
        return scored.contributions().stream()
                .limit(TRIED)
                .map(Contribution::channel)
                .filter(channel -> normalWithout(channel, ready))
                .findFirst();
    }

    private boolean normalWithout(String channel, Preparation.Ready ready) {
        OptionalInt position = ready.believed().schema().indexOf(channel);
        if (position.isEmpty()) {
            return false;
        }
        Window blind = preparation.without(ready, position.getAsInt());
        return detector.judge(List.of(blind)).getFirst() instanceof Verdict.Scored again && !again.abnormal();
    }
}
