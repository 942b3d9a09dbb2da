package org.industrialmind.recipes.bearings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.bearing.BearingOrders;
import org.industrialmind.learning.vibration.bearing.BearingPart;
import org.industrialmind.learning.vibration.bearing.EnvelopeAnalysis;
import org.industrialmind.learning.vibration.bearing.FaultEvidence;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.Fault;
import org.industrialmind.learning.vibration.publicdata.UnseenSize;
import org.industrialmind.learning.vibration.publicdata.UnseenSize.Fold;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;

/** Looks into the envelope of a bearing's vibration, asks it for each part's fault, and is tested on sizes never seen. */
public final class Bearings implements Recipe {
    private static final int SECOND = (int) CaseWesternFiles.RATE; // readings: some thirty turns of the shaft
    private static final double SHOWN_ORDERS = 12; // twice the fastest fault of this bearing, and a little
    private static final List<Fault> FAULTS = List.of(Fault.BALL, Fault.INNER, Fault.OUTER);

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "bearings",
                "Which part of a bearing is damaged, if no damage of that size was ever seen?",
                List.of("index.csv", "and the recordings that it names"),
                "Case Western Reserve University Bearing Data Center, published openly, no licence stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        order.file("index.csv");
        List<BearingRun> all = CaseWesternFiles.read(order.from());
        int load = all.stream().mapToInt(BearingRun::load).min().orElse(0);
        List<BearingRun> runs =
                order.small() ? all.stream().filter(run -> run.load() == load).toList() : all;
        order.progress().say("%d recordings read", runs.size());
        EnvelopeAnalysis envelope = EnvelopeAnalysis.of(CaseWesternFiles.driveEnd());
        Findings findings = new Findings().plot("envelopes", envelopes(runs, envelope));
        findings.table(evidence(runs, envelope));
        unseen(findings, new UnseenSize(runs), order);
        return findings;
    }

    /** The envelope spectrum of the first second of one recording of each fault, over orders of the shaft. */
    private static Chart envelopes(List<BearingRun> runs, EnvelopeAnalysis envelope) {
        Chart chart = Chart.of(
                "Envelope above 1 kHz, steady lines levelled (" + orders(envelope.orders()) + ")",
                "multiples of the shaft's speed",
                "decibels above the median");
        for (Fault fault : FAULTS) {
            Waveform block = runs.stream()
                    .filter(run -> run.fault() == fault)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no recording of the fault " + fault))
                    .blocks(SECOND)
                    .getFirst();
            chart = chart.line(fault.name().toLowerCase(Locale.ROOT), shown(envelope.spectrum(block), block));
        }
        return chart;
    }

    private static String orders(BearingOrders orders) {
        return String.format(
                Locale.ROOT,
                "BPFO %.2f, BPFI %.2f, 2 BSF %.2f",
                orders.outerRace(),
                orders.innerRace(),
                2 * orders.rollingElement());
    }

    private static Series shown(PowerSpectrum spectrum, Waveform block) {
        double speed = block.requireShaftSpeed();
        double[] densities = spectrum.densities();
        double median = Quantiles.median(densities);
        // below half an order stands what the taper left of the mean
        int first = (int) Math.ceil(speed / 2 / spectrum.step());
        int last = (int) (SHOWN_ORDERS * speed / spectrum.step());
        double[] x = new double[last - first];
        double[] y = new double[last - first];
        for (int bin = first; bin < last; bin++) {
            x[bin - first] = spectrum.frequency(bin) / speed;
            y[bin - first] = 10 * Math.log10(densities[bin] / median);
        }
        return Series.of(x, y);
    }

    /** How plainly a second of each fault shows each part, in standard deviations: what geometry alone can tell. */
    private static ResultTable evidence(List<BearingRun> runs, EnvelopeAnalysis envelope) {
        List<BearingPart> parts =
                List.of(BearingPart.ROLLING_ELEMENT, BearingPart.INNER_RACE, BearingPart.OUTER_RACE, BearingPart.CAGE);
        List<ResultTable.Row> rows = new ArrayList<>();
        Map<String, List<FaultEvidence>> byFault = new TreeMap<>();
        for (BearingRun run : runs) {
            if (run.fault() != Fault.NORMAL) {
                String name = run.fault().name().toLowerCase(Locale.ROOT) + " " + run.size() + " mil";
                List<FaultEvidence> seen = byFault.computeIfAbsent(name, key -> new ArrayList<>());
                run.blocks(SECOND).forEach(block -> seen.add(envelope.evidence(block)));
            }
        }
        byFault.forEach((name, seen) -> rows.add(new ResultTable.Row(
                name,
                parts.stream()
                        .<ResultTable.Cell>map(part -> new ResultTable.Number(
                                seen.stream()
                                        .mapToDouble(one -> one.of(part).score())
                                        .average()
                                        .orElse(Double.NaN),
                                1))
                        .toList())));
        return new ResultTable(
                "evidence of a second",
                parts.stream().map(BearingPart::frequency).toList(),
                rows);
    }

    private static void unseen(Findings findings, UnseenSize protocol, Order order) {
        Map<String, double[]> unseen = new LinkedHashMap<>();
        Map<String, double[]> leaky = new LinkedHashMap<>();
        for (int s = 0; s < order.seeds().size(); s++) {
            long seed = order.seeds().get(s);
            double chosen = 0;
            List<Fold> folds = protocol.folds(seed);
            for (Fold fold : folds) {
                note(unseen, "chosen, " + fold.size() + " mil unseen", fold.accuracy(), s, order);
                chosen += fold.accuracy() / folds.size();
            }
            note(unseen, "chosen, mean", chosen, s, order);
            for (var one : protocol.beside(seed).entrySet()) {
                note(unseen, one.getKey(), one.getValue(), s, order);
            }
            for (var one : protocol.leaky(seed).entrySet()) {
                note(leaky, one.getKey(), one.getValue(), s, order);
            }
            order.progress().say("seed %d: mean accuracy %.3f", seed, chosen);
        }
        findings.table(table("a size never seen", unseen)).table(table("a later part of the same recordings", leaky));
        double mean = Arrays.stream(unseen.getOrDefault("chosen, mean", new double[0]))
                .average()
                .orElse(Double.NaN);
        findings.metric("accuracy_unseen_size", mean)
                .say("Whoever tests on a later part of the recordings that were learned from is nearly always"
                        + " right, and has learned to know nine bearings. Only a bearing that was never seen tells"
                        + " what a method is worth.")
                .say("A pit in a race is told by the frequency at which it is rolled over, whatever its size, where"
                        + " it shows at all. One in a ball strikes only when it happens to lie in the way: a ball"
                        + " is what remains when neither race speaks, and a race that is silent is taken for"
                        + " one.");
    }

    private static void note(Map<String, double[]> table, String name, double value, int seed, Order order) {
        table.computeIfAbsent(name, key -> new double[order.seeds().size()])[seed] = value;
    }

    private static ResultTable table(String title, Map<String, double[]> accuracies) {
        List<ResultTable.Row> rows = accuracies.entrySet().stream()
                .map(one -> new ResultTable.Row(
                        one.getKey().replace('_', ' '), List.of(ResultTable.Spread.of(one.getValue(), 3))))
                .toList();
        return new ResultTable(title, List.of("accuracy"), rows);
    }
}
