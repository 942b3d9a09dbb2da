package org.industrialmind.learning.novelty;

import java.util.List;
import org.industrialmind.learning.anomaly.StandardWindow;

/**
 * Normal windows to learn from, those of each place in order of time.
 *
 * <p>Windows overlap as a rule. Each says how much of it is fresh, so that a method can count what is independent and take
 * each reading once.
 */
public record NormalWindows(Layout layout, List<Item> items) {
    /**
     * A window and where it was seen.
     *
     * @param place the machine in its way of running, counted from 0
     * @param fresh the share of the window, in [0, 1], that the windows of its machine before it do not cover
     * @param window the judged channels alone
     */
    public record Item(int place, double fresh, StandardWindow window) {
        /** @throws IllegalArgumentException if the share is outside [0, 1] */
        public Item {
            if (!(fresh >= 0 && fresh <= 1)) {
                throw new IllegalArgumentException("fresh share " + fresh + " is not valid: expected one in [0, 1]");
            }
        }

        /** Returns the first row that the windows before it do not cover; the number of rows if there is none. */
        int firstFreshRow() {
            return (int) Math.round((1 - fresh) * window.length());
        }
    }

    /** @throws IllegalArgumentException if there is no window, or one does not fit the layout */
    public NormalWindows {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no normal windows to learn from: expected at least one");
        }
        items.forEach(item -> layout.require(item.place(), item.window()));
    }

    /** Returns the windows of the odd or the even quarters of each place's history ({@link Quarters}). */
    NormalWindows quarters(boolean odd) {
        List<Integer> places = items.stream().map(Item::place).toList();
        return new NormalWindows(
                layout, Quarters.of(places, odd).stream().map(items::get).toList());
    }

    /** Returns how many windows would cover the same time without overlap, at least 1. */
    public double independent() {
        return Math.max(1, items.stream().mapToDouble(Item::fresh).sum());
    }
}
