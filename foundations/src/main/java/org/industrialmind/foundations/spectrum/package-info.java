/** Signals by frequency: Fourier transforms, spectra, filters, envelopes and wavelets. Knows nothing of what is measured. */
@NullMarked
package org.industrialmind.foundations.spectrum;

import org.jspecify.annotations.NullMarked;
