package org.industrialmind.learning.plot;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** Draws one chart: frame and ticks first, then the layers in their order, the legend last. */
final class ChartDrawing {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int MARGIN = 20;
    private static final int LEGEND = 170; // beside the curves, not over them
    private static final int TOP = 40;
    private static final int BOTTOM = 56;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999");

    private final Chart chart;
    private final StringBuilder svg = new StringBuilder();
    private final Axis x;
    private final Axis y;
    private final int edge; // where the axes end on the right
    private final List<String> labels;

    ChartDrawing(Chart chart) {
        this.chart = chart;
        edge = WIDTH - (chart.layers().size() < 2 ? MARGIN : LEGEND);
        labels = chart.layers().stream()
                .filter(Chart.Bars.class::isInstance)
                .map(layer -> ((Chart.Bars) layer).labels())
                .findFirst()
                .orElse(List.of());
        Span across = new Span();
        Span up = new Span();
        chart.layers().forEach(layer -> measure(layer, across, up));
        x = labels.isEmpty()
                ? Axis.over(across.least, across.most, LEFT, edge)
                : new Axis(-0.5, labels.size() - 0.5, 1, LEFT, edge);
        y = Axis.over(up.least, up.most, HEIGHT - BOTTOM, TOP);
    }

    String svg() {
        tag(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        tag("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        text(LEFT, 22, "start", 15, chart.title());
        frame();
        for (int i = 0; i < chart.layers().size(); i++) {
            draw(chart.layers().get(i), COLOURS.get(i % COLOURS.size()));
        }
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void frame() {
        for (double tick : y.ticks()) {
            double at = y.place(tick);
            tag("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>", LEFT, at, edge, at);
            text(LEFT - 6, at + 4, "end", 11, y.label(tick));
        }
        if (labels.isEmpty()) {
            for (double tick : x.ticks()) {
                text(x.place(tick), HEIGHT - BOTTOM + 16, "middle", 11, x.label(tick));
            }
        } else {
            int every = 1 + labels.size() / 16; // more would write over each other
            for (int i = 0; i < labels.size(); i += every) {
                text(x.place(i), HEIGHT - BOTTOM + 16, "middle", 11, labels.get(i));
            }
        }
        tag(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#333333\"/>",
                LEFT, HEIGHT - BOTTOM, edge, HEIGHT - BOTTOM);
        text((LEFT + edge) / 2.0, HEIGHT - 14, "middle", 12, chart.xLabel());
        tag("<g transform=\"translate(16 %d) rotate(-90)\">", (TOP + HEIGHT - BOTTOM) / 2);
        text(0, 0, "middle", 12, chart.yLabel());
        tag("</g>");
    }

    private void draw(Chart.Layer layer, String colour) {
        switch (layer) {
            case Chart.Line line ->
                tag("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>", path(line.series()), colour);
            case Chart.Dots dots -> dots(dots.series(), colour);
            case Chart.Band band -> band(band, colour);
            case Chart.Bars bars -> bars(bars, colour);
        }
    }

    private String path(Series series) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < series.size(); i++) {
            if (series.drawable(i)) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f ", pen ? "L" : "M", x.place(series.x(i)), y.place(series.y(i))));
            }
            pen = series.drawable(i);
        }
        return path.toString().strip();
    }

    private void dots(Series series, String colour) {
        for (int i = 0; i < series.size(); i++) {
            if (series.drawable(i)) {
                tag(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\" fill=\"%s\" fill-opacity=\"0.65\"/>",
                        x.place(series.x(i)), y.place(series.y(i)), colour);
            }
        }
    }

    private void band(Chart.Band band, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < band.lower().size(); i++) {
            points.append(point(band.lower(), i));
        }
        for (int i = band.upper().size() - 1; i >= 0; i--) {
            points.append(point(band.upper(), i));
        }
        tag(
                "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.18\"/>",
                points.toString().strip(), colour);
    }

    private String point(Series series, int i) {
        return series.drawable(i)
                ? String.format(Locale.ROOT, "%.1f,%.1f ", x.place(series.x(i)), y.place(series.y(i)))
                : "";
    }

    private void bars(Chart.Bars bars, String colour) {
        double width = (x.place(1) - x.place(0)) * 0.7;
        double floor = y.place(Math.clamp(0, y.low(), y.high()));
        for (int i = 0; i < bars.heights().size(); i++) {
            if (bars.heights().drawable(i)) {
                double end = y.place(bars.heights().y(i));
                tag(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                        x.place(i) - width / 2, Math.min(end, floor), width, Math.abs(end - floor), colour);
            }
        }
    }

    private void legend() {
        if (chart.layers().size() < 2) {
            return;
        }
        int row = 0;
        for (int i = 0; i < chart.layers().size(); i++) {
            int at = TOP + 8 + 16 * row++;
            tag(
                    "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>",
                    edge + 12, at - 5, COLOURS.get(i % COLOURS.size()));
            text(edge + 32, at, "start", 11, chart.layers().get(i).name());
        }
    }

    private void text(double atX, double atY, String anchor, int size, String words) {
        tag(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"#222222\">%s</text>",
                atX, atY, anchor, size, escaped(words));
    }

    private void tag(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void measure(Chart.Layer layer, Span across, Span up) {
        switch (layer) {
            case Chart.Line line -> measure(line.series(), across::take, up::take);
            case Chart.Dots dots -> measure(dots.series(), across::take, up::take);
            case Chart.Band band -> {
                measure(band.lower(), across::take, up::take);
                measure(band.upper(), across::take, up::take);
            }
            case Chart.Bars bars -> {
                measure(bars.heights(), across::take, up::take);
                up.take(0);
            }
        }
    }

    private static void measure(Series series, DoubleConsumer across, DoubleConsumer up) {
        for (int i = 0; i < series.size(); i++) {
            if (series.drawable(i)) {
                across.accept(series.x(i));
                up.accept(series.y(i));
            }
        }
    }

    /** From the least to the greatest value seen; from 0 to 1 where none was. */
    private static final class Span {
        private double least;
        private double most = 1;
        private boolean seen;

        void take(double value) {
            least = seen ? Math.min(least, value) : value;
            most = seen ? Math.max(most, value) : value;
            seen = true;
        }
    }
}
