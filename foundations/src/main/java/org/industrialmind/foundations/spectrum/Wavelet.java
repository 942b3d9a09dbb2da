package org.industrialmind.foundations.spectrum;

/**
 * An orthogonal wavelet of Daubechies: a low-pass filter h of 2 N taps, orthogonal to its own even shifts, whose high-pass
 * mirror g[k] = (-1)^k h[2 N - 1 - k] answers 0 to every polynomial of degree below N.
 *
 * <p>N = 1 is Haar's: sums and differences of neighbours. More taps see smoother things as nothing, and smear an edge over
 * more readings. These are the filters of extremal phase, with energy as early as possible.
 *
 * @see "Daubechies 1992, Ten Lectures on Wavelets, SIAM, table 6.1"
 */
public final class Wavelet {
    private static final double[][] EXTREMAL_PHASE = {
        {Math.sqrt(0.5), Math.sqrt(0.5)},
        {0.48296291314453416, 0.8365163037378079, 0.2241438680420134, -0.12940952255126037},
        {
            0.33267055295008263,
            0.8068915093110925,
            0.45987750211849154,
            -0.13501102001025458,
            -0.08544127388202666,
            0.03522629188570953
        },
        {
            0.2303778133088965,
            0.7148465705529157,
            0.6308807679298589,
            -0.027983769416859854,
            -0.18703481171909309,
            0.030841381835560764,
            0.0328830116668852,
            -0.010597401785069032
        },
        {
            0.16010239797419293,
            0.6038292697971896,
            0.7243085284377729,
            0.13842814590132074,
            -0.24229488706638203,
            -0.032244869584638375,
            0.07757149384004572,
            -0.006241490212798274,
            -0.012580751999081999,
            0.0033357252854737712
        },
        {
            0.11154074335010947,
            0.49462389039845306,
            0.7511339080210954,
            0.31525035170919763,
            -0.22626469396543983,
            -0.12976686756726194,
            0.09750160558732304,
            0.027522865530305727,
            -0.03158203931748603,
            0.0005538422011614961,
            0.004777257510945511,
            -0.0010773010853084796
        },
        {
            0.07785205408500918,
            0.3965393194819173,
            0.7291320908462351,
            0.4697822874051931,
            -0.14390600392856498,
            -0.22403618499387498,
            0.07130921926683026,
            0.08061260915108308,
            -0.03802993693501441,
            -0.01657454163066688,
            0.01255099855609984,
            0.0004295779729213665,
            -0.0018016407040474908,
            0.00035371379997452024
        },
        {
            0.05441584224310401,
            0.31287159091429995,
            0.6756307362972898,
            0.5853546836542067,
            -0.015829105256349306,
            -0.2840155429615469,
            0.0004724845739132828,
            0.12874742662047847,
            -0.017369301001807547,
            -0.044088253930794755,
            0.013981027917398282,
            0.008746094047405777,
            -0.004870352993451574,
            -0.00039174037337694705,
            0.0006754494064505693,
            -0.00011747678412476953
        },
    };

    private final double[] low; // h
    private final double[] high; // g

    private Wavelet(double[] low) {
        this.low = low;
        high = new double[low.length];
        for (int k = 0; k < low.length; k++) {
            high[k] = (k % 2 == 0 ? 1 : -1) * low[low.length - 1 - k];
        }
    }

    public static Wavelet haar() {
        return daubechies(1);
    }

    /**
     * Returns Daubechies' wavelet with so many vanishing moments.
     *
     * @throws IllegalArgumentException unless there are 1 to 8
     */
    public static Wavelet daubechies(int moments) {
        if (moments < 1 || moments > EXTREMAL_PHASE.length) {
            throw new IllegalArgumentException("Daubechies' wavelet with " + moments
                    + " vanishing moments: expected 1 (Haar) to " + EXTREMAL_PHASE.length);
        }
        return new Wavelet(EXTREMAL_PHASE[moments - 1]);
    }

    /** Returns how many taps a filter has: twice the vanishing moments. */
    public int taps() {
        return low.length;
    }

    /** Returns a tap of the low-pass filter. */
    public double low(int tap) {
        return low[tap];
    }

    /** Returns a tap of the high-pass filter. */
    public double high(int tap) {
        return high[tap];
    }

    @Override
    public String toString() {
        return taps() == 2 ? "Haar" : "Daubechies(" + taps() / 2 + ")";
    }
}
