package org.industrialmind.torch.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/**
 * Normal windows dealt into three hands: to fit the network, to say when to stop, and to calibrate the limits.
 *
 * <p>Each machine's time is cut into {@value #BLOCKS} blocks that are dealt in turn, so that each hand sees every season of
 * the span. Windows overlap; at the start of a block those that share readings with the block before are left out.
 */
record HoldOut(List<Window> fit, List<Window> stop, List<Window> calibrate) {
    private static final int BLOCKS = 20;
    private static final String TURNS =
            "FFCFFSFCFC"; // six tenths to fit, one to stop, three to calibrate: tails need many

    static HoldOut of(WindowSet set) {
        HoldOut hands = new HoldOut(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        set.byAsset().values().forEach(hands::deal);
        return hands;
    }

    private void deal(List<Window> windows) {
        long dealtUntil = Long.MIN_VALUE;
        char hand = ' ';
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            char next = TURNS.charAt((int) ((long) i * BLOCKS / windows.size()) % TURNS.length());
            if (next != hand && window.startNanos() < dealtUntil) {
                continue;
            }
            hand = next;
            hand(hand).add(window);
            dealtUntil = window.endNanos();
        }
    }

    private List<Window> hand(char turn) {
        return switch (turn) {
            case 'F' -> fit;
            case 'S' -> stop;
            default -> calibrate;
        };
    }
}
