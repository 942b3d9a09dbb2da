package org.industrialmind.learning.anomaly;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.industrialmind.learning.regime.Located;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * What is normal for each machine of a class in each of its ways of running, and where a new window stands against it.
 *
 * <p>Two machines of one type differ, and one machine differs between half and full load; a model of the raw readings
 * would spend itself on both. So every window is first expressed in robust standard deviations of its own machine and
 * regime, after which one model can serve the class.
 *
 * <p>{@link org.industrialmind.learning.regime.Regimes} are told from the drives alone - what the machine is asked to do,
 * never how it responds - so that a fault cannot excuse itself by looking like another way of running. A window in which a drive moves is not judged
 * ({@link Reason#TRANSIENT}); so the machine has been held steady for at least a window's length whenever it is. Drives
 * at a level that training has not seen enough of are {@link Reason#UNKNOWN_REGIME}. A class without drives has one regime.
 */
public final class Baseline {
    private final FrameSchema schema;
    private final int windowLength;
    private final BaselineSettings settings;
    private final Map<AssetId, AssetBaseline> assets;

    Baseline(FrameSchema schema, int windowLength, BaselineSettings settings, Map<AssetId, AssetBaseline> assets) {
        this.schema = schema;
        this.windowLength = windowLength;
        this.settings = settings;
        this.assets = new TreeMap<>(assets);
    }

    /**
     * Learns the regimes and scales of every machine in the set.
     *
     * @throws IllegalArgumentException if no machine has a regime with enough windows
     */
    public static Baseline fit(WindowSet set, BaselineSettings settings) {
        Map<AssetId, AssetBaseline> assets = new TreeMap<>();
        set.byAsset().forEach((asset, windows) -> {
            AssetBaseline fitted = AssetBaseline.fit(windows, settings);
            if (!fitted.norms().isEmpty()) {
                assets.put(asset, fitted);
            }
        });
        if (assets.isEmpty()) {
            throw new IllegalArgumentException(
                    "no machine in " + set.description() + " has been seen in a steady way of" + " running for "
                            + settings.minWindows() + " windows: expected at least one; give a longer span");
        }
        return new Baseline(set.schema(), set.windowLength(), settings, assets);
    }

    /**
     * Places a window.
     *
     * @throws IllegalArgumentException if the window has another number of rows than those of training
     */
    public Placement place(Window window) {
        return switch (locate(window)) {
            case Location.Known known -> new Placement.Placed(known.regime(), standardise(window, known.scale()));
            case Location.Nowhere nowhere -> new Placement.Outside(nowhere.reason());
        };
    }

    /**
     * Returns which known way of running of its machine the window is of, counted from 0; empty if it cannot be compared.
     *
     * @throws IllegalArgumentException if the window has another number of rows than those of training
     */
    public OptionalInt regimeOf(Window window) {
        return locate(window) instanceof Location.Known known ? OptionalInt.of(known.regime()) : OptionalInt.empty();
    }

    /** Where a window stands, before its values are put to scale. */
    sealed interface Location {
        record Known(int regime, Scale scale) implements Location {}

        record Nowhere(Reason reason) implements Location {}
    }

    Location locate(Window window) {
        if (window.schema().id() != schema.id()) {
            return new Location.Nowhere(Reason.OTHER_SCHEMA);
        }
        if (window.length() != windowLength) {
            throw new IllegalArgumentException(window + " has " + window.length() + " rows: expected the "
                    + windowLength + " rows that the model was trained on");
        }
        AssetBaseline asset = assets.get(window.asset());
        if (asset == null) {
            return new Location.Nowhere(Reason.NO_MODEL);
        }
        if (window.coverage() < settings.minCoverage()) {
            return new Location.Nowhere(Reason.TOO_FEW_READINGS);
        }
        return switch (asset.regimes().locate(window)) {
            case Located.Nowhere nowhere -> new Location.Nowhere(nowhere.reason());
            case Located.In(int regime) ->
                new Location.Known(regime, asset.norms().get(regime).scale());
        };
    }

    private StandardWindow standardise(Window window, Scale scale) {
        int width = window.width();
        float clip = (float) settings.clip();
        float[] z = new float[window.length() * width];
        window.copyTo(z, 0);
        for (int i = 0, c = 0; i < z.length; i++, c = c + 1 == width ? 0 : c + 1) {
            float value = z[i];
            z[i] = Float.isNaN(value)
                    ? 0
                    : Math.clamp((float) ((value - scale.centre(c)) / scale.spread(c)), -clip, clip);
        }
        return new StandardWindow(width, z);
    }

    public FrameSchema schema() {
        return schema;
    }

    /** Returns the number of rows that a window must have. */
    public int windowLength() {
        return windowLength;
    }

    public BaselineSettings settings() {
        return settings;
    }

    /** Returns the machines that are known, in order of their tags. */
    public Set<AssetId> assets() {
        return Collections.unmodifiableSet(assets.keySet());
    }

    /** Returns the number of known ways of running of the machine; 0 if it is not known. */
    public int regimes(AssetId asset) {
        AssetBaseline known = assets.get(asset);
        return known == null ? 0 : known.norms().size();
    }

    /** @throws IllegalArgumentException if the machine is not known */
    Scale scale(AssetId asset, int regime) {
        AssetBaseline known = assets.get(asset);
        if (known == null) {
            throw new IllegalArgumentException("the baseline does not know " + asset + ", only " + assets.keySet());
        }
        return known.norms().get(regime).scale();
    }

    Map<AssetId, AssetBaseline> byAsset() {
        return assets;
    }
}
