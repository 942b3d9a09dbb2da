package org.industrialmind.learning.plot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of curves, dots, bands and bars over one pair of axes, as SVG text. Immutable: every addition gives a new chart,
 * drawn in the order of adding. Colours are those of Okabe and Ito, which colour-blind readers can tell apart.
 */
public final class Chart implements Plot {
    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Layer> layers;

    /** What is drawn over the axes. */
    sealed interface Layer {
        String name();
    }

    record Line(String name, Series series) implements Layer {}

    record Dots(String name, Series series) implements Layer {}

    record Band(String name, Series lower, Series upper) implements Layer {}

    record Bars(String name, List<String> labels, Series heights) implements Layer {}

    private Chart(String title, String xLabel, String yLabel, List<Layer> layers) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.layers = List.copyOf(layers);
    }

    public static Chart of(String title, String xLabel, String yLabel) {
        return new Chart(title, xLabel, yLabel, List.of());
    }

    public Chart line(String name, Series series) {
        return with(new Line(name, series));
    }

    public Chart dots(String name, Series series) {
        return with(new Dots(name, series));
    }

    /** Fills what lies between two curves over the same x. */
    public Chart band(String name, Series lower, Series upper) {
        if (lower.size() != upper.size()) {
            throw new IllegalArgumentException(
                    "a band needs as many lower as upper points, not " + lower.size() + " and " + upper.size());
        }
        return with(new Band(name, lower, upper));
    }

    /** Draws a bar for each label; a chart has either bars or layers with numbers on the x axis. */
    public Chart bars(String name, List<String> labels, double... heights) {
        return with(new Bars(name, List.copyOf(labels), Series.of(heights)));
    }

    private Chart with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Chart(title, xLabel, yLabel, more);
    }

    String title() {
        return title;
    }

    String xLabel() {
        return xLabel;
    }

    String yLabel() {
        return yLabel;
    }

    List<Layer> layers() {
        return layers;
    }

    @Override
    public String ending() {
        return "svg";
    }

    /** Returns the chart as one SVG element. */
    public String svg() {
        return new ChartDrawing(this).svg();
    }

    @Override
    public byte[] bytes() {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg()).getBytes(StandardCharsets.UTF_8);
    }
}
