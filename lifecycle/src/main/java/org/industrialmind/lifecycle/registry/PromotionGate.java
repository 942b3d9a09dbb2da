package org.industrialmind.lifecycle.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Decides by numbers whether a newly trained model may take over from the champion.
 *
 * <p>The candidate must raise few false alarms on normal data later than its limits were set on, must find injected faults at
 * least about as often as the champion does, and must score the same after export as before. A number that was not measured
 * counts as not met; only the parity may be absent, for a model that is not exported, and the champion's recall, for the
 * first model of a name. All of it stands among the candidate's own numbers, so whoever asks later hears the same.
 *
 * @param falseAlarmShare the largest share of held-out normal windows that may be called abnormal
 * @param recallSlack how much lower the recall may be than the champion's before it counts as worse
 * @param parity the largest difference of a score, relative to the limit, before and after export
 */
public record PromotionGate(double falseAlarmShare, double recallSlack, double parity) {
    /** Share of held-out normal windows that limits set on earlier ones call abnormal, in [0, 1]. */
    public static final String FALSE_ALARM_SHARE = "held_out_false_alarm_share";

    /** Share of injected faults that the model finds, in [0, 1]. */
    public static final String INJECTED_RECALL = "injected_fault_recall";

    /** The same share for the champion at that time: in the same windows, or as registered where it could not be read. */
    public static final String CHAMPION_RECALL = "champion_injected_fault_recall";

    /** Largest difference of a score between the trained and the exported model, relative to the limit. */
    public static final String PARITY_ERROR = "export_parity_error";

    /** What the gate says, and why. */
    public sealed interface Decision {
        record Accepted() implements Decision {}

        /** @param reasons in plain words, each with the number seen and the number expected */
        record Refused(List<String> reasons) implements Decision {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Returns the house's gate: 1 % of normal windows (which an episode rule of 3 in 5 turns into next to no episodes), 2
     * percentage points of recall (one fault in fifty), and a parity of 0.001 of the limit.
     */
    public static PromotionGate defaults() {
        return new PromotionGate(0.01, 0.02, 1e-3);
    }

    /** Judges a candidate by the numbers that are registered with it. */
    public Decision judge(Map<String, Double> candidate) {
        List<String> reasons = new ArrayList<>();
        OptionalDouble alarms = measured(candidate, FALSE_ALARM_SHARE);
        if (alarms.isEmpty()) {
            reasons.add(notMeasured(FALSE_ALARM_SHARE, "candidate"));
        } else if (alarms.getAsDouble() > falseAlarmShare) {
            reasons.add(tooMuch(FALSE_ALARM_SHARE, alarms.getAsDouble(), falseAlarmShare));
        }
        reasons.addAll(recall(measured(candidate, INJECTED_RECALL), measured(candidate, CHAMPION_RECALL)));
        OptionalDouble error = measured(candidate, PARITY_ERROR);
        if (candidate.containsKey(PARITY_ERROR) && !(error.orElse(Double.NaN) <= parity)) {
            reasons.add(tooMuch(PARITY_ERROR, candidate.get(PARITY_ERROR), parity));
        }
        return reasons.isEmpty() ? new Decision.Accepted() : new Decision.Refused(reasons);
    }

    private List<String> recall(OptionalDouble candidate, OptionalDouble champion) {
        if (candidate.isEmpty()) {
            return List.of(notMeasured(INJECTED_RECALL, "candidate"));
        }
        double least = champion.orElse(0) - recallSlack; // a champion that was never measured cannot be defended
        return candidate.getAsDouble() >= least
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%s is %.4f: expected at least %.4f, the champion's %.4f less %.4f",
                        INJECTED_RECALL,
                        candidate.getAsDouble(),
                        least,
                        champion.orElse(0),
                        recallSlack));
    }

    private static OptionalDouble measured(Map<String, Double> metrics, String name) {
        Double value = metrics.get(name);
        return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String notMeasured(String name, String whose) {
        return name + " of the " + whose + " was not measured: expected a number";
    }

    private static String tooMuch(String name, double seen, double most) {
        return String.format(Locale.ROOT, "%s is %.6f: expected at most %.6f", name, seen, most);
    }
}
