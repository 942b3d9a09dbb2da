package org.industrialmind.learning.novelty;

import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;

/**
 * A way to learn what normal windows look like.
 *
 * <p>What a method is given has been put to the scale of each machine in each of its ways of running, and holds judged
 * channels only, without gaps. It need not know of limits, machines or files. It must not keep what it is given.
 */
public interface NoveltyMethod {
    /** Returns the name by which users ask for it and its models are found: {@code pca}, {@code patch-memory}. */
    String kind();

    /** Returns its settings by name, for the provenance. */
    Map<String, String> settings();

    /**
     * Learns.
     *
     * @param seed of whatever is drawn; the same windows and seed give the same answer
     * @throws IllegalArgumentException if the windows cannot be learned from; the message says what is missing
     */
    KnownNormal learn(NormalWindows windows, long seed);

    /**
     * Brings back what was learned, to the last bit.
     *
     * @param layout of the windows that will be shown
     * @param tensors as {@link KnownNormal#tensors()} gave them; they come from a file and may hold anything
     * @throws IllegalArgumentException if they are not what this method keeps for that layout
     */
    KnownNormal restore(Layout layout, NamedTensors tensors);
}
