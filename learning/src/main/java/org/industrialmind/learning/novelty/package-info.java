/**
 * Ways to know normal windows, and one frame that makes a detector of each.
 *
 * <p>A {@link org.industrialmind.learning.novelty.NoveltyMethod} learns from windows that have been put to the scale of
 * their machine and way of running, and says how strange a new one is. All else that a detector needs - placing the window,
 * abstaining, limits set on windows held out of the fit, contributions, provenance, files - is the frame's:
 * {@link org.industrialmind.learning.novelty.NoveltyTrainer},
 * {@link org.industrialmind.learning.novelty.NoveltyDetector} and
 * {@link org.industrialmind.learning.novelty.NoveltyFormat}. {@link org.industrialmind.learning.novelty.SeriesNovelty} is
 * the same for plain rows without machines. Channels that are worked out from others - residuals of a physical law - are
 * added to the windows before they come here; to a method they are channels like any other.
 */
@NullMarked
package org.industrialmind.learning.novelty;

import org.jspecify.annotations.NullMarked;
