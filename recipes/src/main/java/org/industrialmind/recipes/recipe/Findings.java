package org.industrialmind.recipes.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.plot.Plot;

/**
 * What a recipe found: tables with the naive, our own and a peer's rows beside each other, plots, and what is to be made of
 * it in plain sentences. Collected while the recipe runs; handed over once.
 */
public final class Findings {
    private static final List<String> TAKEN = List.of("report.json", "report.html");

    private final List<ResultTable> tables = new ArrayList<>();
    private final Map<String, Plot> plots = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public Findings table(ResultTable table) {
        tables.add(table);
        return this;
    }

    /** Adds a plot under the name its file will have. */
    public Findings plot(String name, Plot plot) {
        if (!name.matches("[a-z0-9-]+") || plots.putIfAbsent(name, plot) != null) {
            throw new IllegalArgumentException("a plot is not named '" + name
                    + "': expected small letters, digits and dashes, and each name once");
        }
        return this;
    }

    /** Adds a file that goes beside the report as it is, for another program to take up. */
    public Findings attach(String fileName, byte[] bytes) {
        if (!fileName.matches("[a-z0-9-]+\\.[a-z0-9]+")
                || TAKEN.contains(fileName)
                || files.putIfAbsent(fileName, bytes.clone()) != null) {
            throw new IllegalArgumentException("a file is not named '" + fileName
                    + "': expected small letters, digits and dashes with an ending, each name once, and none of "
                    + TAKEN);
        }
        return this;
    }

    /** Adds a sentence a reader should take home. */
    public Findings say(String sentence) {
        sentences.add(sentence);
        return this;
    }

    /** Notes a number for the report file, by its name there; one that is not finite was not measured. */
    public Findings metric(String name, double value) {
        metrics.put(name, value);
        return this;
    }

    public List<ResultTable> tables() {
        return List.copyOf(tables);
    }

    public Map<String, Plot> plots() {
        return new LinkedHashMap<>(plots);
    }

    public Map<String, byte[]> files() {
        return new LinkedHashMap<>(files);
    }

    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    public Map<String, Double> metrics() {
        return new LinkedHashMap<>(metrics);
    }
}
