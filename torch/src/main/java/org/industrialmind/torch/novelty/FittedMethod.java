package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.torch.nn.Logbook;

/** A method that fits networks, of which someone may want to hear, and to go on where they were. */
public sealed interface FittedMethod extends NoveltyMethod permits DeepNovelty, AdversarialPair, PatchEmbedding {
    /** Returns the same method, whose fits are noted in a logbook. */
    FittedMethod notedIn(Logbook logbook);
}
